//! Predikat kinerja: what the rule's matrix makes of the rating of results and the rating of behaviour, and why.

use crate::domain::RuleSet;
use crate::domain::competency::ExpectationRating;
use crate::domain::language::clean::fold;
use serde::{Deserialize, Serialize};

/// Best first: the order of the forms and of every row of five counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Predicate {
    VeryGood,
    Good,
    NeedsImprovement,
    Poor,
    VeryPoor,
}

/// Words by which offices call a predikat, folded.
const WORDS: &[(&str, Predicate)] = &[
    ("sangat baik", Predicate::VeryGood),
    ("very good", Predicate::VeryGood),
    ("baik", Predicate::Good),
    ("good", Predicate::Good),
    ("butuh perbaikan", Predicate::NeedsImprovement),
    ("butuh perbaikan (cukup)", Predicate::NeedsImprovement),
    ("cukup", Predicate::NeedsImprovement),
    ("needs improvement", Predicate::NeedsImprovement),
    ("kurang", Predicate::Poor),
    ("kurang/misconduct", Predicate::Poor),
    ("misconduct", Predicate::Poor),
    ("poor", Predicate::Poor),
    ("sangat kurang", Predicate::VeryPoor),
    ("very poor", Predicate::VeryPoor),
];

impl Predicate {
    pub const ALL: [Predicate; 5] =
        [Predicate::VeryGood, Predicate::Good, Predicate::NeedsImprovement, Predicate::Poor, Predicate::VeryPoor];

    pub fn id(self) -> &'static str {
        match self {
            Predicate::VeryGood => "very_good",
            Predicate::Good => "good",
            Predicate::NeedsImprovement => "needs_improvement",
            Predicate::Poor => "poor",
            Predicate::VeryPoor => "very_poor",
        }
    }
    /// Its place in a row of five counts.
    pub fn place(self) -> usize {
        self as usize
    }
    /// What a list calls it; nothing else is taken for one, an organisation's result least of all.
    pub fn read(text: &str) -> Option<Predicate> {
        let said = fold(&text.replace('_', " "));
        let said = said.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace(" / ", "/");
        WORDS.iter().find(|(word, _)| *word == said).map(|(_, predicate)| *predicate)
    }
    /// Worse than what the matrix gives for meeting both expectations.
    pub fn is_bad_news(self) -> bool {
        self > Predicate::Good
    }
}

/// Words by which offices call a rating, folded.
const RATING_WORDS: &[(&str, ExpectationRating)] = &[
    ("di atas ekspektasi", ExpectationRating::Above),
    ("di atas", ExpectationRating::Above),
    ("diatas ekspektasi", ExpectationRating::Above),
    ("above", ExpectationRating::Above),
    ("sesuai ekspektasi", ExpectationRating::Meets),
    ("sesuai", ExpectationRating::Meets),
    ("meets", ExpectationRating::Meets),
    ("di bawah ekspektasi", ExpectationRating::Below),
    ("di bawah", ExpectationRating::Below),
    ("dibawah ekspektasi", ExpectationRating::Below),
    ("below", ExpectationRating::Below),
];

/// A rating as lists and people write it.
pub fn read_rating(text: &str) -> Option<ExpectationRating> {
    let said = fold(text);
    let said = said.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    RATING_WORDS.iter().find(|(word, _)| *word == said).map(|(_, rating)| *rating)
}

/// The matrix of the rule: results down, behaviour across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    pub above: MatrixRow,
    pub meets: MatrixRow,
    pub below: MatrixRow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixRow {
    pub below: Predicate,
    pub meets: Predicate,
    pub above: Predicate,
}

impl Default for Matrix {
    /// Bad behaviour outweighs good results; bad results with good behaviour ask for improvement.
    fn default() -> Self {
        use Predicate::*;
        Matrix {
            above: MatrixRow { below: Poor, meets: Good, above: VeryGood },
            meets: MatrixRow { below: Poor, meets: Good, above: Good },
            below: MatrixRow { below: VeryPoor, meets: NeedsImprovement, above: NeedsImprovement },
        }
    }
}

impl Matrix {
    pub fn predicate(&self, results: ExpectationRating, behaviour: ExpectationRating) -> Predicate {
        let row = match results {
            ExpectationRating::Above => &self.above,
            ExpectationRating::Meets => &self.meets,
            ExpectationRating::Below => &self.below,
        };
        match behaviour {
            ExpectationRating::Above => row.above,
            ExpectationRating::Meets => row.meets,
            ExpectationRating::Below => row.below,
        }
    }
}

/// A predikat with what it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    pub results: ExpectationRating,
    pub behaviour: ExpectationRating,
    pub predicate: Predicate,
}

impl Why {
    /// By the matrix of the rules; its source is `rules.source_of("matrix")`.
    pub fn of(results: ExpectationRating, behaviour: ExpectationRating, rules: &RuleSet) -> Why {
        Why { results, behaviour, predicate: rules.matrix.predicate(results, behaviour) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ExpectationRating::*;

    #[test]
    fn nine_cells_as_the_rule_has_them() {
        let matrix = Matrix::default();
        let cells = [Above, Meets, Below].map(|results| [Above, Meets, Below].map(|b| matrix.predicate(results, b).id()));
        assert_eq!(cells[0], ["very_good", "good", "poor"]);
        assert_eq!(cells[1], ["good", "good", "poor"]);
        assert_eq!(cells[2], ["needs_improvement", "needs_improvement", "very_poor"]);
    }

    #[test]
    fn a_predikat_is_read_as_offices_write_it_and_nothing_else_is_one() {
        for (text, predicate) in [
            ("SANGAT BAIK", Predicate::VeryGood),
            ("Cukup", Predicate::NeedsImprovement),
            ("Butuh Perbaikan (Cukup)", Predicate::NeedsImprovement),
            ("Kurang / Misconduct", Predicate::Poor),
            ("very_poor", Predicate::VeryPoor),
        ] {
            assert_eq!(Predicate::read(text), Some(predicate), "{text}");
        }
        for text in ["Istimewa", "Memuaskan", "A", "Di atas ekspektasi", "-", ""] {
            assert_eq!(Predicate::read(text), None, "{text}");
        }
        assert_eq!([read_rating("Sesuai  Ekspektasi"), read_rating("Luar biasa")], [Some(Meets), None]);
    }
}
