//! Who may read a text. Private and shared text are different types, so that what leaves the program (sheet,
//! shared export, clipboard) can only be built from [`Shared`]; anything else does not compile.

use serde::{Deserialize, Serialize};

/// For the supervisor only. Has no way into anything that leaves the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private<T>(T);

/// For the supervisor and the employee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shared<T>(T);

/// Text that the employee may read.
pub type SharedText = Shared<String>;

impl<T> Private<T> {
    pub fn new(inner: T) -> Self {
        Private(inner)
    }
    /// What the supervisor reads on the own screen.
    pub fn for_supervisor(&self) -> &T {
        &self.0
    }
    /// The supervisor's explicit decision to share it.
    pub fn promote(self) -> Shared<T> {
        Shared(self.0)
    }
}

impl<T> Shared<T> {
    /// Text that was written to be shared.
    pub fn new(inner: T) -> Self {
        Shared(inner)
    }
    pub fn get(&self) -> &T {
        &self.0
    }
    pub fn into_inner(self) -> T {
        self.0
    }
    /// Taken back before it left the program.
    pub fn demote(self) -> Private<T> {
        Private(self.0)
    }
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Shared<U> {
        Shared(f(self.0))
    }
    pub fn as_ref(&self) -> Shared<&T> {
        Shared(&self.0)
    }
}

/// The name of an audience, without text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Private,
    Shared,
}

impl Audience {
    pub fn other(self) -> Self {
        match self {
            Audience::Private => Audience::Shared,
            Audience::Shared => Audience::Private,
        }
    }
}

/// A text together with who may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audienced<T> {
    Private(Private<T>),
    Shared(Shared<T>),
}

impl<T> Audienced<T> {
    pub fn new(audience: Audience, inner: T) -> Self {
        match audience {
            Audience::Private => Audienced::Private(Private(inner)),
            Audience::Shared => Audienced::Shared(Shared(inner)),
        }
    }
    pub fn audience(&self) -> Audience {
        match self {
            Audienced::Private(_) => Audience::Private,
            Audienced::Shared(_) => Audience::Shared,
        }
    }
    /// What the supervisor reads on the own screen, whatever the audience.
    pub fn for_supervisor(&self) -> &T {
        match self {
            Audienced::Private(p) => &p.0,
            Audienced::Shared(s) => &s.0,
        }
    }
    /// The shared text, if it is shared.
    pub fn shared(&self) -> Option<Shared<&T>> {
        match self {
            Audienced::Private(_) => None,
            Audienced::Shared(s) => Some(s.as_ref()),
        }
    }
    /// The same text for the other audience: the promote key.
    pub fn toggled(self) -> Self {
        match self {
            Audienced::Private(p) => Audienced::Shared(p.promote()),
            Audienced::Shared(s) => Audienced::Private(s.demote()),
        }
    }
}
