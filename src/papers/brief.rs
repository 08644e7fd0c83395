//! The brief before a talk on paper: the supervisor's own, with private lines, and it says so in its head. What the
//! screen cuts for want of room stands here whole.

use super::document::{Block, Paper, Writing};
use super::{Facts, Missing};
use crate::domain::Private;
use crate::reports::Tone;
use crate::reports::brief::brief as lines;

/// Wide enough that nothing is cut; the page wraps.
const COLUMNS: usize = 4000;

pub fn brief(facts: &Facts<'_>) -> Result<Paper<Private<String>>, Missing> {
    let title = facts.say("paper-brief-title");
    let mut paper: Paper<Private<String>> = facts.paper(title, facts.today, &facts.words.say("paper-file-brief"));
    paper.head.below_title = vec![facts.say("paper-brief-own")];
    let mut rows: Vec<(Private<String>, Private<String>)> = Vec::new();
    for line in lines(facts.dossier, facts.roster, facts.rules, facts.today, facts.words, COLUMNS) {
        let text = line.text.trim().to_owned();
        if line.tone == Tone::Title {
            paper.push(Block::Paragraph(Private::new(text)));
            continue;
        }
        if !text.is_empty() {
            rows.push((Writing::official(line.label.trim().to_owned()), Private::new(text)));
        }
    }
    // Lines below the first of a part have no label of their own.
    let mut parts: Vec<(Private<String>, Vec<Private<String>>)> = Vec::new();
    for (label, text) in rows {
        match parts.last_mut() {
            Some((_, texts)) if label.get().is_empty() => texts.push(text),
            _ => parts.push((label, vec![text])),
        }
    }
    for (label, texts) in parts {
        let said = texts.into_iter().map(|text| (Writing::official(String::new()), text)).collect();
        paper.push(Block::Noted { caption: label, rows: said });
    }
    Ok(paper)
}
