//! What a brief says of development: effects that are to be asked about, licences that lapse, the step under way.

use super::Brief;
use crate::domain::development::learning::lapsing;
use crate::domain::{Dossier, RuleSet};
use crate::reports::{Tone, due_day};

/// Rows at most; what is due comes first.
const ROWS: usize = 2;

impl Brief<'_> {
    pub(super) fn development(&mut self, dossier: &Dossier, rules: &RuleSet) {
        let mut rows: Vec<(String, Tone)> = Vec::new();
        for item in dossier.due_checks(self.today) {
            let ask = self.words.with("brief-effect", &[("item", item.name().into())]);
            let since = due_day(self.words, item.next_check().map(|check| check.due), self.today);
            rows.push((self.remarked(&ask, &since), Tone::Attention));
        }
        for lapse in lapsing(&dossier.learning, self.today, &rules.development) {
            let args = [("title", lapse.learning.title.as_str().into()), ("day", lapse.on.into())];
            rows.push((self.words.with("development-lapses", &args), Tone::Attention));
        }
        let open = dossier.items.iter().filter(|item| item.is_open());
        for item in open {
            let state = self.words.say(&format!("item-state-{}", item.state.id()));
            rows.push((self.remarked(item.name(), &state), Tone::Plain));
        }
        rows.truncate(ROWS);
        if !rows.is_empty() {
            self.part("brief-development", rows);
        }
    }
}
