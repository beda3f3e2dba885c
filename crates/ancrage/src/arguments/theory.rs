//! What can be typed on the way from labels to theory.

use super::{Acting, BasisOptions, OnProject};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Memos {
    #[command(subcommand)]
    pub write: Option<WriteMemo>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[arg(long)]
    pub journal: bool,
    #[arg(id = "memo_kind", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(id = "about", long = "about", value_name = "RECORD")]
    pub about: Option<String>,
    #[arg(id = "versions", long = "versions", value_name = "MEMO")]
    pub versions: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum WriteMemo {
    Write {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "memo_title", long = "title", value_name = "TITLE")]
        title: String,
        #[arg(id = "memo_kind", long = "kind", value_name = "KIND")]
        kind: Option<String>,
        #[arg(id = "about", long = "about", value_name = "RECORD")]
        about: Option<String>,
        #[arg(id = "memo_body", long = "body", value_name = "TEXT", conflicts_with = "memo_file")]
        body: Option<String>,
        #[arg(id = "memo_file", long = "file", value_name = "FILE")]
        file: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Relations {
    #[command(subcommand)]
    pub action: Option<RelationAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[arg(id = "relation_count", long = "count", conflicts_with = "relation_cite")]
    pub count: bool,
    #[arg(id = "relation_cite", long = "cite", value_name = "RELATION")]
    pub cite: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum RelationAction {
    Add {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "relation_from", value_name = "A")]
        from: String,
        #[arg(id = "relation_type", value_name = "TYPE")]
        relation_type: String,
        #[arg(id = "relation_to", value_name = "B")]
        to: String,
    },
    Mark {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "evidence_about", value_name = "RELATION|CODE")]
        about: String,
        #[arg(id = "evidence", value_name = "CODING", required = true)]
        codings: Vec<String>,
        #[arg(long, conflicts_with = "withdraw")]
        against: bool,
        #[arg(long)]
        withdraw: bool,
        #[arg(id = "why", long = "comment", value_name = "TEXT")]
        comment: Option<String>,
    },
    Meet {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "meeting", value_name = "CODE", required = true)]
        codes: Vec<String>,
        #[arg(id = "without", long = "without", value_name = "CODE")]
        without: Vec<String>,
        #[arg(long, default_value = "overlap", hide_default_value = true, value_name = "NEAR")]
        near: String,
        #[arg(id = "where", long = "where", value_name = "A=V")]
        filters: Vec<String>,
        #[arg(id = "mark", long = "mark", value_name = "RELATION|CODE")]
        mark: Option<String>,
        #[arg(long, requires = "mark")]
        against: bool,
        #[arg(id = "save_query", long = "save", value_name = "NAME")]
        save: Option<String>,
        #[command(flatten)]
        basis: BasisOptions,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Theory {
    #[command(subcommand)]
    pub action: Option<TheoryAction>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[arg(id = "compare", long = "compare", value_name = "A[,B]", value_delimiter = ',', num_args = 1)]
    pub compare: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub enum TheoryAction {
    Keep {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "theory_name", value_name = "NAME")]
        name: String,
    },
    Affected {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "affected", value_name = "CODE")]
        code: String,
    },
}

#[derive(Debug, Args)]
pub struct Gaps {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub basis: BasisOptions,
}

#[derive(Debug, Args)]
pub struct History {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "history_from", value_name = "DAY", required_unless_present_any = ["on_day", "older"])]
    pub from: Option<String>,
    #[arg(id = "until", value_name = "DAY")]
    pub until: Option<String>,
    #[arg(id = "on_day", long = "on", value_name = "DAY")]
    pub on_day: Option<String>,
    #[arg(id = "older", long = "old-definitions")]
    pub older: bool,
    #[arg(id = "tick", long = "tick", value_name = "CODING", requires = "older")]
    pub tick: Vec<String>,
    #[command(flatten)]
    pub basis: BasisOptions,
}

#[derive(Debug, Args)]
pub struct Schema {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "schema", value_name = "SCHEMA")]
    pub schema: Option<String>,
    #[arg(id = "schema_title", long = "create", value_name = "TITLE", conflicts_with = "schema")]
    pub create: Option<String>,
    #[arg(id = "schema_output", long = "output", short = 'o', value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Queries {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "query_name", long = "run", value_name = "NAME")]
    pub run: Option<String>,
    #[command(flatten)]
    pub basis: BasisOptions,
}

#[derive(Debug, Args)]
pub struct Grid {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "grid_file", value_name = "FILE")]
    pub file: PathBuf,
}
