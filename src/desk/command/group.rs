//! The groups under which verbs stand, in the menu and in help.

/// The columns of the menu of verbs, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Session,
    Note,
    Paper,
    Person,
    List,
    Program,
}

impl Group {
    pub const ALL: [Group; 6] = [Group::Session, Group::Note, Group::Paper, Group::Person, Group::List, Group::Program];

    /// The message that names it.
    pub fn message(self) -> &'static str {
        match self {
            Group::Session => "verbs-session",
            Group::Note => "verbs-note",
            Group::Paper => "verbs-paper",
            Group::Person => "verbs-person",
            Group::List => "verbs-list",
            Group::Program => "verbs-program",
        }
    }
}
