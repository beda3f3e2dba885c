//! What can be typed after `search` and `terms`.

use super::{LayerOption, OnProject};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Search {
    #[command(flatten)]
    pub on: OnProject,
    // A query may begin with an exclusion.
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: String,
    #[command(flatten)]
    pub whose: Whose,
    #[arg(long)]
    pub exact: bool,
    #[arg(
        id = "search_in",
        long = "in",
        value_name = "texts,memos,codes",
        value_delimiter = ',',
        default_value = "texts",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub within: Vec<Searched>,
    #[arg(long, value_name = "CODE")]
    pub coded: Vec<String>,
    #[arg(long = "not-coded", value_name = "CODE")]
    pub not_coded: Vec<String>,
    #[command(flatten)]
    pub layer: LayerOption,
    #[arg(
        id = "hits_order",
        long = "order",
        value_name = "text|rank",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub order: Ranked,
    #[arg(
        id = "search_limit",
        long = "limit",
        default_value_t = 50,
        value_name = "N",
        hide_default_value = true
    )]
    pub limit: usize,
    #[arg(long, default_value_t = 40, value_name = "N", hide_default_value = true)]
    pub context: u32,
    #[arg(id = "hits_csv", long = "csv", conflicts_with = "json")]
    pub csv: bool,
}

/// Whose words are read.
#[derive(Debug, Args)]
pub struct Whose {
    #[arg(
        long,
        value_name = "participants|all|…",
        default_value = "participants",
        hide_default_value = true
    )]
    pub speaker: String,
    #[arg(id = "only_interviews", long = "interview", value_name = "INTERVIEW")]
    pub interviews: Vec<String>,
    #[arg(id = "attribute_value", long = "where", value_name = "X=Y")]
    pub attribute: Option<String>,
}

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Searched {
    Texts,
    Memos,
    Codes,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Ranked {
    Text,
    Rank,
}

#[derive(Debug, Args)]
pub struct Terms {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub whose: Whose,
    #[arg(id = "by_attribute", long = "by")]
    pub by: Option<String>,
    #[arg(id = "stop_file", long = "stop", value_name = "FILE")]
    pub stop: Option<PathBuf>,
    #[arg(id = "show_stop", long = "show-stop")]
    pub show_stop: bool,
    #[arg(
        id = "search_limit",
        long = "limit",
        default_value_t = 50,
        value_name = "N",
        hide_default_value = true
    )]
    pub limit: usize,
    #[arg(id = "hits_csv", long = "csv", conflicts_with = "json")]
    pub csv: bool,
}
