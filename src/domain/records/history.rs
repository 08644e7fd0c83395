//! Undo and redo, computed from the newest changes alone, so that both also work after a restart.

use crate::domain::{Change, ChangeId, ChangeKind};

/// The newest change that is in force and can be taken back.
pub fn undoable(recent: &[Change]) -> Option<&Change> {
    walk(recent).0
}

/// The newest change that was taken back and can be done again.
pub fn redoable(recent: &[Change]) -> Option<&Change> {
    walk(recent).1
}

/// Replays what undo and redo did: two stacks, as in any editor. A new change empties the redo stack.
fn walk(recent: &[Change]) -> (Option<&Change>, Option<&Change>) {
    let mut done: Vec<ChangeId> = Vec::new();
    let mut undone: Vec<ChangeId> = Vec::new();
    for change in recent {
        match change.kind {
            ChangeKind::Undone { of } => {
                done.retain(|id| *id != of);
                undone.push(of);
            }
            ChangeKind::Redone { of } => {
                undone.retain(|id| *id != of);
                done.push(of);
            }
            kind if !kind.can_be_undone() => {}
            _ => {
                done.push(change.id);
                undone.clear();
            }
        }
    }
    let find = |id: Option<&ChangeId>| id.and_then(|id| recent.iter().find(|c| c.id == *id));
    (find(done.last()), find(undone.last()))
}

#[cfg(test)]
mod tests {
    use crate::domain::records::history::*;
    use crate::domain::{Actor, IdSource};

    fn change(ids: &mut IdSource, kind: ChangeKind) -> Change {
        let at = jiff::Timestamp::UNIX_EPOCH;
        Change { id: ChangeId(ids.uuid(at)), at, by: Actor::default(), kind, about: None, ops: vec![] }
    }

    #[test]
    fn undo_walks_back_and_redo_walks_forward() {
        let mut ids = IdSource::seeded(1);
        let a = change(&mut ids, ChangeKind::FeedbackNoted);
        let b = change(&mut ids, ChangeKind::ActionAgreed);
        let mut log = vec![a.clone(), b.clone()];
        assert_eq!(undoable(&log).unwrap().id, b.id);
        log.push(change(&mut ids, ChangeKind::Undone { of: b.id }));
        assert_eq!((undoable(&log).unwrap().id, redoable(&log).unwrap().id), (a.id, b.id));
        log.push(change(&mut ids, ChangeKind::Undone { of: a.id }));
        assert_eq!((undoable(&log), redoable(&log).unwrap().id), (None, a.id));
        log.push(change(&mut ids, ChangeKind::Redone { of: a.id }));
        assert_eq!((undoable(&log).unwrap().id, redoable(&log).unwrap().id), (a.id, b.id));
        log.push(change(&mut ids, ChangeKind::AgendaNoted));
        assert_eq!(redoable(&log), None);
    }
}
