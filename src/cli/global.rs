//! The options of every command. What they mean together with the configuration is worked out in [`super::context`].

use clap::Args;
use clap::builder::{OsStringValueParser, TypedValueParser};
use std::path::PathBuf;

/// Options of every command.
#[derive(Clone, Debug, Default, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "BINA_STORE", hide_env_values = true, value_parser = path())]
    pub store: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DATE", env = "BINA_TODAY", hide_env_values = true)]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(long, global = true)]
    pub read_only: bool,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "BINA_LOG", hide_env_values = true, value_parser = path())]
    pub log: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "BINA_IDENTITY", hide_env_values = true, value_parser = path())]
    pub identity: Option<PathBuf>,
}

/// Also takes an empty one: a variable that is set to nothing says nothing.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}
