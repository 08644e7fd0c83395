//! The numbers and kinds of development as data, each group with its source and how sure it is. An agency's rule file
//! replaces any of them (`[development.jp]`, `[[development.kinds]]` and so on); what is not confirmed is labelled
//! wherever it is shown.

use crate::domain::competency::{PositionKind, Wording};
use crate::domain::language::clean;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DevelopmentRules {
    pub jp: JpRules,
    pub needs: NeedRules,
    pub plan: PlanRules,
    pub effect: EffectRules,
    pub sum: SumRules,
    pub career: CareerRules,
    pub support: SupportRules,
    /// Fields under which an office lists its courses; free words are taken as well.
    pub fields: Vec<Wording>,
    /// Ways to learn, in the order in which they are offered: what costs nothing first.
    pub kinds: Vec<KindRule>,
}

impl Default for DevelopmentRules {
    fn default() -> Self {
        let BuiltIn { fields, kinds } = built_in().clone();
        DevelopmentRules {
            jp: JpRules::default(),
            needs: NeedRules::default(),
            plan: PlanRules::default(),
            effect: EffectRules::default(),
            sum: SumRules::default(),
            career: CareerRules::default(),
            support: SupportRules::default(),
            fields,
            kinds,
        }
    }
}

/// How sure a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the regulation or in an official paper about it.
    Confirmed,
    /// In use somewhere; not found in a regulation.
    Practice,
    /// Known, but not read again.
    Remembered,
    /// A choice of this program.
    #[default]
    Ours,
    /// The agency's own rule file says so.
    Agency,
}

impl Certainty {
    pub fn id(self) -> &'static str {
        match self {
            Certainty::Confirmed => "confirmed",
            Certainty::Practice => "practice",
            Certainty::Remembered => "remembered",
            Certainty::Ours => "ours",
            Certainty::Agency => "agency",
        }
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Basis {
    pub source: String,
    pub certainty: Certainty,
}

impl Basis {
    fn new(source: &str, certainty: Certainty) -> Self {
        Basis { source: source.to_owned(), certainty }
    }
}

/// What has a source: a group of numbers that an agency may replace.
pub trait Founded: Default + PartialEq {
    fn said(&self) -> &Basis;

    /// Where the numbers come from. One that an agency changed without naming a source is the agency's, never the
    /// regulation's that it replaced.
    fn basis(&self) -> Basis {
        let built_in = Self::default();
        let changed = *self != built_in && self.said() == built_in.said();
        if changed { Basis::new("", Certainty::Agency) } else { self.said().clone() }
    }
}

/// Learning hours (jam pelajaran) of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JpRules {
    /// What a PNS needs at least.
    pub pns_min: u32,
    /// The figure for PPPK.
    pub pppk: u32,
    /// What that figure means.
    pub pppk_rule: PppkRule,
    /// More than this in one activity is a slip of the pen.
    pub most: u32,
    pub basis: Basis,
}

/// LAN reads the figure as a ceiling; at least one office works towards it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PppkRule {
    #[default]
    Limit,
    Target,
}

impl Default for JpRules {
    fn default() -> Self {
        let source = "PP 11/2017; Peraturan LAN 10/2018 (PNS), 15/2020 (PPPK)";
        let basis = Basis::new(source, Certainty::Confirmed);
        JpRules { pns_min: 20, pppk: 24, pppk_rule: PppkRule::Limit, most: 2000, basis }
    }
}

/// When what is known becomes a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NeedRules {
    /// So many corrections with the same tag are a need.
    pub corrections: u8,
    /// Corrections and missed targets of the last so many months count.
    pub months: u16,
    /// From so many people with a gap on, a competency for which nothing is planned is pointed out.
    pub many: u8,
    pub basis: Basis,
}

impl Default for NeedRules {
    fn default() -> Self {
        NeedRules { corrections: 2, months: 12, many: 3, basis: Basis::default() }
    }
}

/// How a plan is looked after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanRules {
    /// More open items of one person are too many.
    pub open_most: u8,
    /// A licence that lapses is told so many days before.
    pub licence_days: u16,
    /// Whoever came within so many months is new, and a pair is proposed.
    pub new_months: u8,
    pub basis: Basis,
}

impl Default for PlanRules {
    fn default() -> Self {
        PlanRules { open_most: 3, licence_days: 90, new_months: 6, basis: Basis::default() }
    }
}

/// Whether anything changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EffectRules {
    /// Months after the end at which the question comes back.
    pub months: Vec<u8>,
    /// When it comes back if there was no chance to see it at the last one.
    pub again_months: u8,
    /// A level counts as "after" from so many months after the end on.
    pub after_months: u8,
    /// Fewer people have no mean, and no count of fewer leaves the store.
    pub floor: u8,
    /// After so many "not yet" another way is asked for.
    pub change_after: u8,
    pub basis: Basis,
}

impl Default for EffectRules {
    fn default() -> Self {
        let basis = Basis::default();
        EffectRules { months: vec![3, 6], again_months: 3, after_months: 3, floor: 5, change_after: 2, basis }
    }
}

/// What is put together over people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SumRules {
    /// A topic wanted by so many suggests a workshop in the office.
    pub in_house: u8,
    pub basis: Basis,
}

impl Default for SumRules {
    fn default() -> Self {
        SumRules { in_house: 5, basis: Basis::default() }
    }
}

/// What the next post asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CareerRules {
    /// Training that a kind of post requires; any of the names is enough.
    pub training: BTreeMap<PositionKind, Vec<String>>,
    /// How many years of ratings are looked at.
    pub years: u8,
    pub basis: Basis,
}

impl Default for CareerRules {
    fn default() -> Self {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let training = [
            (PositionKind::Pengawas, list(&["PKP", "Pelatihan Kepemimpinan Pengawas"])),
            (PositionKind::Administrator, list(&["PKA", "Pelatihan Kepemimpinan Administrator"])),
            (PositionKind::JptPratama, list(&["PKN II", "Pelatihan Kepemimpinan Nasional Tingkat II"])),
        ];
        let basis = Basis::new("Peraturan LAN tentang pelatihan struktural kepemimpinan", Certainty::Remembered);
        CareerRules { training: training.into(), years: 2, basis }
    }
}

/// Close support for somebody below standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SupportRules {
    pub targets_least: u8,
    pub targets_most: u8,
    /// Weeks after which they talk at the latest.
    pub talk_weeks: u8,
    pub basis: Basis,
}

impl Default for SupportRules {
    fn default() -> Self {
        SupportRules { targets_least: 3, targets_most: 5, talk_weeks: 2, basis: Basis::default() }
    }
}

macro_rules! founded {
    ($($group:ty),+) => {$(
        impl Founded for $group {
            fn said(&self) -> &Basis {
                &self.basis
            }
        }
    )+};
}
founded!(JpRules, NeedRules, PlanRules, EffectRules, SumRules, CareerRules, SupportRules);

/// The stable name of a way to learn: lower-case letters, digits and underscores. One that the rules no longer know
/// is still shown by it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KindId(String);

impl KindId {
    const MAX: usize = 40;

    pub fn new(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        (!text.is_empty() && text.len() <= Self::MAX && text.chars().all(fits)).then(|| KindId(text.to_owned()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One way to learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRule {
    pub id: KindId,
    pub name: Wording,
    pub form: Form,
    /// Costs nothing as a rule.
    #[serde(default)]
    pub free: bool,
    /// Other words for it, as lists have them.
    #[serde(default)]
    pub also: Vec<String>,
    /// What of its JP counts.
    #[serde(default)]
    pub cap: Option<Cap>,
    /// What it usually counts as, where nobody says.
    #[serde(default)]
    pub usual_jp: Option<u32>,
    #[serde(default)]
    pub basis: Basis,
}

/// Klasikal, nonklasikal; formal education is a path of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Classical,
    NonClassical,
    Formal,
}

impl Form {
    pub fn id(self) -> &'static str {
        match self {
            Form::Classical => "classical",
            Form::NonClassical => "non_classical",
            Form::Formal => "formal",
        }
    }
}

/// How much of a kind counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Cap {
    /// So many JP a talk, so many talks a month.
    Talks { jp: u32, month: u32 },
    /// So many JP a day; a longer activity has as many days as it lasts.
    Day { jp: u32 },
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BuiltIn {
    fields: Vec<Wording>,
    kinds: Vec<KindRule>,
}

fn built_in() -> &'static BuiltIn {
    static BUILT_IN: LazyLock<BuiltIn> = LazyLock::new(|| {
        // The tests read it; a program without it still takes every kind by its own name.
        toml::from_str(include_str!("kinds.toml")).unwrap_or_default()
    });
    &BUILT_IN
}

impl DevelopmentRules {
    pub fn kind(&self, id: &KindId) -> Option<&KindRule> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    /// The kind that somebody means: by its name in either language, its identifier or another word for it.
    pub fn kind_named(&self, written: &str) -> Option<&KindRule> {
        let wanted = squeezed(written);
        let known = |kind: &&KindRule| {
            let also = kind.also.iter().map(String::as_str);
            let names = [kind.id.as_str(), &kind.name.id, &kind.name.en].into_iter().chain(also);
            names.map(squeezed).any(|name| name == wanted)
        };
        self.kinds.iter().find(|kind| !wanted.is_empty() && known(kind))
    }

    /// Whether these words are one of the fields under which courses are listed.
    pub fn is_field(&self, written: &str) -> bool {
        let wanted = squeezed(written);
        self.fields.iter().any(|field| [&field.id, &field.en].iter().any(|name| squeezed(name) == wanted))
    }

    /// What an activity of that kind costs as a rule: nothing, or something.
    pub fn is_free(&self, id: &KindId) -> bool {
        self.kind(id).is_some_and(|kind| kind.free)
    }

    /// The next month for which the effect of what ended is asked.
    pub fn first_check_months(&self) -> u8 {
        self.effect.months.iter().copied().min().unwrap_or(self.effect.after_months)
    }
}

/// Letters and digits alone: `E-Learning`, `e learning` and `elearning` are one word.
pub fn squeezed(text: &str) -> String {
    clean::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_nothing_is_offered_first_and_every_kind_has_a_source() {
        let rules = DevelopmentRules::default();
        assert!(rules.kinds.len() >= 26, "{} kinds", rules.kinds.len());
        let first_costly = rules.kinds.iter().position(|kind| !kind.free).unwrap();
        assert!(first_costly >= 8 && rules.kinds[first_costly..].iter().all(|kind| !kind.free));
        for kind in &rules.kinds {
            assert!(!kind.basis.source.is_empty(), "{}", kind.id);
            assert!(!kind.name.id.is_empty() && !kind.name.en.is_empty(), "{}", kind.id);
            assert_eq!(rules.kind_named(&kind.name.id).map(|found| &found.id), Some(&kind.id), "{}", kind.name.id);
            assert_eq!(rules.kind_named(&kind.name.en).map(|found| &found.id), Some(&kind.id), "{}", kind.name.en);
        }
    }

    #[test]
    fn a_kind_is_found_by_any_of_its_words_and_never_guessed() {
        let rules = DevelopmentRules::default();
        for (written, id) in [
            ("E-LEARNING", "e_learning"),
            ("elearning", "e_learning"),
            ("Bimtek", "technical_guidance"),
            ("pendampingan", "mentoring"),
            ("Tugas lebih besar", "bigger_task"),
            ("Magang", "internship"),
        ] {
            assert_eq!(rules.kind_named(written).map(|kind| kind.id.as_str()), Some(id), "{written}");
        }
        assert!(rules.kind_named("Olahraga").is_none() && rules.kind_named(" ").is_none());
    }

    #[test]
    fn a_number_that_an_agency_changed_is_no_longer_the_regulations() {
        assert_eq!(JpRules::default().basis().certainty, Certainty::Confirmed);
        let changed = JpRules { pns_min: 30, ..JpRules::default() };
        assert_eq!(changed.basis(), Basis::new("", Certainty::Agency));
        let named = JpRules { basis: Basis::new("Perwal 7/2026", Certainty::Confirmed), ..changed };
        assert_eq!(named.basis().source, "Perwal 7/2026");
    }

    #[test]
    fn a_rule_file_changes_what_it_names_and_leaves_the_rest() {
        let text = "[jp]\npns_min = 32\npppk_rule = \"target\"\n[effect]\nmonths = [4]\n[support]\ntalk_weeks = 1\n";
        let rules: DevelopmentRules = toml::from_str(text).unwrap();
        assert_eq!((rules.jp.pns_min, rules.jp.pppk, rules.jp.pppk_rule), (32, 24, PppkRule::Target));
        assert_eq!((rules.effect.months, rules.effect.floor), (vec![4], 5));
        assert_eq!((rules.support.talk_weeks, rules.kinds.len()), (1, built_in().kinds.len()));
        let one =
            "[[kinds]]\nid = \"studio\"\nname = { id = \"Studio\" }\nform = \"classical\"\ncap = { day = { jp = 3 } }\n";
        let rules: DevelopmentRules = toml::from_str(one).unwrap();
        assert_eq!((rules.kinds.len(), rules.kinds[0].cap), (1, Some(Cap::Day { jp: 3 })));
        assert!(toml::from_str::<DevelopmentRules>("[jp]\npns_minimum = 1\n").is_err(), "an unknown key is none");
    }
}
