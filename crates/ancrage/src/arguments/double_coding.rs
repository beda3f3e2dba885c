//! What can be typed about double coding: rounds, alignment, reconciliation.

use super::{Acting, OnProject};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Rounds {
    #[command(subcommand)]
    pub action: Option<RoundAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
}

#[derive(Debug, Subcommand)]
pub enum RoundAction {
    New(NewRound),
    Done(OnRound),
    Reopen(OnRound),
    Open {
        #[command(flatten)]
        on: OnRound,
        #[arg(id = "round_reason", long = "reason", default_value = "", hide_default_value = true)]
        reason: String,
    },
    Matrix(OnProject),
    Receive(ReceiveWord),
}

#[derive(Debug, Args)]
pub struct NewRound {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "round_name", long = "name")]
    pub name: Option<String>,
    #[arg(id = "round_interviews", long = "interviews", value_delimiter = ',', required = true)]
    pub interviews: Vec<String>,
    #[arg(id = "round_coders", long = "coders", value_delimiter = ',', required = true)]
    pub coders: Vec<String>,
    #[arg(id = "round_codes", long = "codes")]
    pub codes: bool,
    #[arg(id = "round_instructions", long = "instructions", default_value = "", hide_default_value = true)]
    pub instructions: String,
    #[arg(id = "round_unit", long = "unit", default_value = "turn", hide_default_value = true)]
    pub unit: String,
}

#[derive(Debug, Args)]
pub struct ReceiveWord {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "word_file")]
    pub file: PathBuf,
    #[arg(id = "word_for", long = "for")]
    pub coder: String,
    #[arg(id = "word_round", long = "round")]
    pub round: Option<String>,
}

#[derive(Debug, Args)]
pub struct OnRound {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "round", value_name = "ROUND")]
    pub round: Option<String>,
}

/// The two coders and the interviews that are compared.
#[derive(Debug, Clone, Default, Args)]
pub struct Compared {
    #[arg(id = "pair_coders", long = "coders", value_delimiter = ',')]
    pub coders: Vec<String>,
    #[arg(id = "compared_interviews", long = "interviews", value_delimiter = ',')]
    pub interviews: Vec<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Aligning {
    #[command(subcommand)]
    pub action: Option<AlignAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[command(flatten)]
    pub compared: Compared,
    #[arg(long)]
    pub csv: bool,
}

#[derive(Debug, Subcommand)]
pub enum AlignAction {
    Set {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "align_first", value_name = "FIRST")]
        first: String,
        #[arg(id = "align_relation", value_name = "RELATION")]
        relation: String,
        #[arg(id = "align_second", value_name = "SECOND")]
        second: Option<String>,
        #[arg(long, default_value = "", hide_default_value = true)]
        note: String,
    },
    Clear {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "align_first", value_name = "FIRST")]
        first: String,
        #[arg(id = "align_second", value_name = "SECOND")]
        second: Option<String>,
    },
    Adopt {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "align_first", value_name = "CODE")]
        code: String,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Reconciling {
    #[command(subcommand)]
    pub action: Option<ReconcileAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[command(flatten)]
    pub compared: Compared,
    #[arg(id = "all_items", long = "all")]
    pub all: bool,
}

#[derive(Debug, Subcommand)]
pub enum ReconcileAction {
    Decide(Box<Deciding>),
    Accept {
        #[command(flatten)]
        on: OnProject,
        #[command(flatten)]
        compared: Compared,
        #[arg(long, value_delimiter = ',')]
        present: Vec<String>,
    },
    Finish {
        #[command(flatten)]
        on: OnProject,
        #[arg(value_name = "INTERVIEW")]
        interview: String,
        #[arg(id = "pair_coders", long = "coders", value_delimiter = ',')]
        coders: Vec<String>,
        #[arg(long, value_delimiter = ',')]
        present: Vec<String>,
        #[arg(long)]
        reopen: bool,
    },
    Journal {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "journal_format", long = "format", default_value = "csv", hide_default_value = true)]
        format: String,
        #[arg(id = "output", long = "output", short = 'o')]
        output: Option<PathBuf>,
    },
    Edges {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "edges_rule", value_name = "RULE")]
        rule: String,
    },
}

#[derive(Debug, Args)]
pub struct Deciding {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "items", value_name = "ITEM")]
    pub items: Vec<String>,
    #[arg(long)]
    pub verdict: String,
    #[arg(id = "decided_codes", long = "code")]
    pub codes: Vec<String>,
    #[arg(long)]
    pub edges: Option<String>,
    #[arg(id = "decision_reason", long = "reason", default_value = "", hide_default_value = true)]
    pub reason: String,
    #[arg(long, value_delimiter = ',')]
    pub present: Vec<String>,
    #[arg(long)]
    pub arbiter: Option<String>,
    #[arg(long, value_delimiter = ',', conflicts_with = "items")]
    pub pair: Vec<String>,
    #[command(flatten)]
    pub compared: Compared,
}

#[derive(Debug, Args)]
pub struct Packet {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "packet_interviews", long = "interviews", value_delimiter = ',', required = true)]
    pub interviews: Vec<String>,
    #[arg(id = "packet_for", long = "for")]
    pub coder: String,
    #[arg(id = "packet_codes", long = "codes")]
    pub codes: bool,
    #[arg(id = "packet_instructions", long = "instructions", default_value = "", hide_default_value = true)]
    pub instructions: String,
    #[arg(id = "packet_output", long = "output", short = 'o')]
    pub output: PathBuf,
    #[arg(id = "packet_docx", long = "docx", conflicts_with = "packet_protect")]
    pub docx: bool,
    #[arg(id = "packet_protect", long = "protect")]
    pub protect: bool,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

/// Where a passphrase comes from: never an argument, which every process of the machine can read.
#[derive(Debug, Default, Args)]
pub struct Passphrase {
    #[arg(id = "passphrase_file", long = "passphrase-file")]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Unlock {
    #[arg(id = "locked")]
    pub file: PathBuf,
    #[arg(id = "unlocked_output", long = "output", short = 'o')]
    pub output: PathBuf,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Debug, Args)]
pub struct Lock {
    #[arg(id = "unlocked")]
    pub file: PathBuf,
    #[arg(id = "locked_output", long = "output", short = 'o')]
    pub output: PathBuf,
    /// Removes the plain file once the locked one was read back.
    #[arg(long)]
    pub remove_plain: bool,
    #[command(flatten)]
    pub passphrase: Passphrase,
}
