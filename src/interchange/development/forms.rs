//! What lists around development share: ways to learn by the words of the rules, hours (JP), sums of money. Pure.

use crate::domain::Number;
use crate::domain::development::rules::{DevelopmentRules, KindId};
use crate::i18n::Text;
use crate::interchange::sheet::header::Heading;
use crate::interchange::sheet::line::{Line, Wrong};

/// The way to learn that a column names, by any word that the rules know; another one refuses the row.
pub fn kind<F: Heading>(line: &mut Line<'_, F>, field: F, rules: &DevelopmentRules) -> Result<Option<KindId>, Wrong> {
    let said = line.said(field).to_owned();
    match rules.kind_named(&said) {
        Some(kind) => Ok(Some(kind.id.clone())),
        None if said.is_empty() => Ok(None),
        None => {
            let known: Vec<&str> = rules.kinds.iter().map(|kind| kind.name.id.as_str()).collect();
            line.wrong(field, Text::with("import-word-unknown", [("known", known.join(", ").into())]))
        }
    }
}

/// The same where every row has to name one.
pub fn needed_kind<F: Heading>(line: &mut Line<'_, F>, field: F, rules: &DevelopmentRules) -> Result<KindId, Wrong> {
    match kind(line, field, rules)? {
        Some(kind) => Ok(kind),
        None => line.wrong(field, Text::plain("import-cell-missing")),
    }
}

/// What a list calls a way to learn; one that the rules no longer know by its identifier.
pub fn kind_word(kind: &KindId, rules: &DevelopmentRules) -> String {
    rules.kind(kind).map_or_else(|| kind.to_string(), |kind| kind.name.id.clone())
}

/// Whole hours within the bounds of one activity.
pub fn hours<F: Heading>(line: &mut Line<'_, F>, field: F, rules: &DevelopmentRules) -> Result<Option<u32>, Wrong> {
    let hours = line.count(field, 0..=i64::from(rules.jp.most), "import-hours-wrong")?;
    Ok(hours.and_then(|hours| u32::try_from(hours).ok()))
}

/// Money is not negative.
pub fn money<F: Heading>(line: &mut Line<'_, F>, field: F) -> Result<Option<Number>, Wrong> {
    match line.amount(field, "import-money-wrong")? {
        Some(amount) if amount.is_negative() => line.wrong(field, Text::plain("import-money-negative")),
        amount => Ok(amount),
    }
}
