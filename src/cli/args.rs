//! What can be typed after `bina`. The words of the help are messages: `about-<command>` and `arg-<argument>`, put in
//! by `help`.

use super::checkin::CheckinArgs;
use super::credit::CreditArgs;
use super::deadline::DeadlineArgs;
use super::demo::DemoArgs;
use super::development::{
    develop::DevelopArgs, effect::EffectArgs, learned::LearnedArgs, mentor::MentorArgs, needs::NeedsArgs,
    proposal::ProposalArgs, readiness::ReadinessArgs, show::DevelopmentArgs, wish::WishArgs,
};
use super::encrypt::EncryptArgs;
use super::evaluate::EvaluateArgs;
use super::evaluations::EvaluationsArgs;
use super::gaps::GapsArgs;
use super::global::Global;
use super::goals::GoalsArgs;
use super::guard::GuardArgs;
use super::import::ImportArgs;
use super::rate::RateArgs;
use super::report::ReportArgs;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "bina", version, disable_help_subcommand = true, infer_long_args = false)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    /// Only of the screens.
    #[arg(long)]
    pub take_over: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(Init),
    Import(ImportArgs),
    Demo(DemoArgs),
    Note {
        #[arg(required = true, value_name = "LINE")]
        line: Vec<String>,
    },
    Due,
    Status {
        #[arg(long)]
        all: bool,
    },
    Brief {
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
    },
    Goals(GoalsArgs),
    Checkin(CheckinArgs),
    Rate(RateArgs),
    Gaps(GapsArgs),
    Evaluate(EvaluateArgs),
    Evaluations(EvaluationsArgs),
    Guard(GuardArgs),
    Credit(CreditArgs),
    Deadline(DeadlineArgs),
    Report(ReportArgs),
    Standards {
        #[arg(long)]
        missing: bool,
    },
    Needs(NeedsArgs),
    Develop(DevelopArgs),
    Development(DevelopmentArgs),
    Learned(LearnedArgs),
    Effect(EffectArgs),
    Wish(WishArgs),
    Mentor(MentorArgs),
    Proposal(ProposalArgs),
    Readiness(ReadinessArgs),
    Plan {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(value_name = "DATE")]
        day: String,
    },
    Sheet(Sheet),
    Paper(PaperArgs),
    Addendum(Addendum),
    Export(ExportArgs),
    Log(LogArgs),
    Keys,
    Doctor {
        #[arg(long)]
        link: bool,
    },
    Verify(VerifyArgs),
    Rebuild,
    Backup {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "DIR", conflicts_with = "file")]
        to: Option<PathBuf>,
    },
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        replace: bool,
        #[arg(long)]
        yes: bool,
    },
    Encrypt(EncryptArgs),
    Passphrase {
        #[arg(long)]
        recovery: bool,
    },
    Forget {
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
        #[arg(long)]
        yes: bool,
    },
    Retention {
        #[arg(long)]
        apply: bool,
        #[arg(long, requires = "apply")]
        yes: bool,
    },
    Help {
        #[arg(value_name = "TOPIC")]
        topic: Option<String>,
    },
    Completions {
        #[arg(value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    Man,
}

/// Who uses this store.
#[derive(Debug, Args)]
pub struct Init {
    /// One of the people already in the store.
    #[arg(long, value_name = "NIP", conflicts_with_all = ["full_name", "nip", "position", "unit"])]
    pub me: Option<String>,
    #[arg(long = "name", value_name = "NAME")]
    pub full_name: Option<String>,
    #[arg(long, value_name = "NIP")]
    pub nip: Option<String>,
    #[arg(long, value_name = "POSITION")]
    pub position: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "plt|plh", value_parser = ["plt", "plh"], hide_possible_values = true)]
    pub acting: Option<String>,
}

#[derive(Debug, Args)]
pub struct Sheet {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long)]
    pub markdown: bool,
    #[arg(long, value_name = "CODE", requires = "answer")]
    pub receipt: Option<String>,
    #[arg(long, group = "answer", requires = "receipt")]
    pub signed: bool,
    #[arg(long, group = "answer", requires = "receipt")]
    pub read: bool,
    #[arg(long, group = "answer", requires = "receipt", value_name = "REASON")]
    pub objects: Option<String>,
}

#[derive(Debug, Default, Args)]
pub struct PaperArgs {
    #[arg(value_name = "KIND", required_unless_present = "paper_list")]
    pub paper: Option<String>,
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "PERIOD", conflicts_with = "date")]
    pub period: Option<String>,
    #[arg(id = "paper_list", long = "list", conflicts_with = "paper")]
    pub list: bool,
    #[arg(id = "as_text", long = "text")]
    pub as_text: bool,
    #[arg(id = "in_pages", long = "pages", conflicts_with = "as_markdown")]
    pub in_pages: bool,
    #[arg(id = "as_markdown", long = "markdown", conflicts_with = "as_text")]
    pub markdown: bool,
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct Addendum {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// The session's day; the last closed one otherwise.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// On the sheet for the employee; for the supervisor only otherwise.
    #[arg(long = "shared")]
    pub on_sheet: bool,
    /// Without being asked about what the guard found.
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Default, Args)]
pub struct ExportArgs {
    #[arg(value_name = "NAME")]
    pub of: Vec<String>,
    #[arg(long)]
    pub shared: bool,
    #[arg(long, requires = "shared")]
    pub yes: bool,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1900..=9000))]
    pub year: Option<i16>,
    #[arg(long, value_name = "DATE", conflicts_with = "year")]
    pub as_of: Option<String>,
}

#[derive(Debug, Default, Args)]
pub struct LogArgs {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "N")]
    pub count: Option<usize>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
}

#[derive(Debug, Default, Args)]
pub struct VerifyArgs {
    /// Written anew, to be kept elsewhere.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// A checkpoint or a backup.
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
}
