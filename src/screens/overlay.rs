//! What lies over a screen: each with the type that answers for it, one row each.

use super::OnTop;
use super::assign::AssignBox;
use super::capture::CaptureBox;
use super::check_in::CheckInBox;
use super::find::FindBox;
use super::help::HelpPage;
use super::messages::MessagesPage;
use super::palette::PaletteBox;
use super::self_check::SelfCheckBox;
use super::settings::SettingsPage;
use super::verbs::VerbsBox;
use crate::desk::form::Form;
use crate::desk::reader::Reader;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};

macro_rules! overlays {
    ($($(#[$serde:meta])* $variant:ident($type:ty);)+) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Overlay { $($(#[$serde])* $variant($type)),+ }

        impl Deref for Overlay {
            type Target = dyn OnTop;
            fn deref(&self) -> &Self::Target {
                match self { $(Overlay::$variant(overlay) => overlay),+ }
            }
        }

        impl DerefMut for Overlay {
            fn deref_mut(&mut self) -> &mut Self::Target {
                match self { $(Overlay::$variant(overlay) => overlay),+ }
            }
        }
    };
}

overlays! {
    Capture(CaptureBox);
    CheckIn(CheckInBox);
    Palette(PaletteBox);
    Find(FindBox);
    Help(HelpPage);
    Messages(MessagesPage);
    Settings(SettingsPage);
    Form(Form);
    Assign(AssignBox);
    #[serde(skip)]
    SelfCheck(SelfCheckBox);
    #[serde(skip)]
    Reader(Reader);
    #[serde(skip)]
    Verbs(VerbsBox);
}
