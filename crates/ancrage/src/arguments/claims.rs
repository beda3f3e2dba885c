//! What can be typed about claims of saturation and reviews.

use super::measures::{ClaimTyped, CurveOptions, LevelOption};
use super::{Acting, BasisOptions, OnProject};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Claims {
    #[command(subcommand)]
    pub action: Option<ClaimAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
}

#[derive(Debug, Subcommand)]
pub enum ClaimAction {
    Write {
        #[command(flatten)]
        on: OnProject,
        #[command(flatten)]
        argument: Argument,
        #[arg(id = "again", long = "claim", value_name = "CLAIM")]
        again: Option<String>,
    },
    Make(Box<Make>),
    Check {
        #[command(flatten)]
        on: OnClaim,
    },
    Withdraw {
        #[command(flatten)]
        on: OnClaim,
    },
    Sheet {
        #[command(flatten)]
        on: OnClaim,
        #[arg(id = "sheet_output", long = "output", short = 'o', value_name = "FILE")]
        output: PathBuf,
        #[arg(long, default_value = "curve", hide_default_value = true)]
        figure: String,
        #[arg(long)]
        estimates: bool,
    },
}

/// The argument, typed or in a file.
#[derive(Debug, Args)]
pub struct Argument {
    #[arg(id = "claim_argument", long = "argument", value_name = "TEXT")]
    pub text: Option<String>,
    #[arg(id = "argument_file", long = "file", value_name = "FILE", conflicts_with = "claim_argument")]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Make {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "claim_says", value_name = "K+S")]
    pub says: ClaimTyped,
    #[command(flatten)]
    pub argument: Argument,
    #[arg(id = "again", long = "claim", value_name = "CLAIM")]
    pub again: Option<String>,
    #[command(flatten)]
    pub basis: BasisOptions,
    #[command(flatten)]
    pub level: LevelOption,
    #[command(flatten)]
    pub curve: CurveOptions,
}

#[derive(Debug, Args)]
pub struct OnClaim {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "which_claim", value_name = "CLAIM")]
    pub claim: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Review {
    #[command(subcommand)]
    pub action: Option<ReviewAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
}

#[derive(Debug, Subcommand)]
pub enum ReviewAction {
    Visa(Visa),
    Comment {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "commented", value_name = "RECORD")]
        about: String,
        #[arg(id = "comment_text", value_name = "TEXT")]
        text: String,
    },
    Threads(OnProject),
    Resolve {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "thread", value_name = "THREAD")]
        thread: String,
        #[arg(id = "reopen_thread", long = "reopen")]
        reopen: bool,
    },
    Share {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "shared_memo", value_name = "MEMO")]
        memo: String,
        #[arg(id = "hide_memo", long = "hide")]
        hide: bool,
    },
    Seen {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "commented", value_name = "RECORD")]
        about: Option<String>,
    },
    Take {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "replies", value_name = "FILE")]
        file: PathBuf,
    },
    Page {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "page_for", long = "for", value_name = "DIRECTOR")]
        director: String,
        #[arg(id = "page_output", long = "output", short = 'o', value_name = "FILE")]
        output: PathBuf,
    },
    Copy {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "page_for", long = "for", value_name = "DIRECTOR")]
        director: String,
        #[arg(id = "copy_output", long = "output", short = 'o', value_name = "FILE")]
        output: PathBuf,
    },
    Board {
        #[arg(id = "studies", value_name = "PROJECT", required = true)]
        studies: Vec<PathBuf>,
        #[command(flatten)]
        acting: Acting,
    },
}

#[derive(Debug, Args)]
pub struct Visa {
    #[command(flatten)]
    pub on: OnClaim,
    #[arg(long, conflicts_with = "refuse")]
    pub agree: bool,
    #[arg(long)]
    pub refuse: bool,
    #[arg(id = "visa_reason", long = "reason", default_value = "", hide_default_value = true)]
    pub reason: String,
    #[arg(id = "for_director", long = "for", value_name = "DIRECTOR")]
    pub director: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
}
