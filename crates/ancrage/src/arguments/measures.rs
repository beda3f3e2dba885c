//! What can be typed to compare codings, follow saturation, and cross codes.

use super::{BasisOptions, LayerOption, OnProject};
use clap::{Args, ValueEnum};
use std::str::FromStr;

#[derive(Debug, Args)]
pub struct Compare {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "compared_coders", long = "coders", value_delimiter = ',', required = true)]
    pub coders: Vec<String>,
    #[arg(
        id = "compared_unit",
        long = "unit",
        value_enum,
        default_value = "turn",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub unit: UnitChoice,
    #[arg(long, value_enum, default_value = "any", hide_default_value = true, hide_possible_values = true)]
    pub rule: RuleChoice,
    #[arg(id = "compared_interviews", long = "interviews", value_delimiter = ',')]
    pub interviews: Vec<String>,
    #[command(flatten)]
    pub level: LevelOption,
    #[command(flatten)]
    pub layer: LayerOption,
    #[arg(long)]
    pub include_interviewer: bool,
}

/// What a text is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UnitChoice {
    Turn,
    Char,
    Word,
    Sentence,
    Document,
}

/// When a unit counts as coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleChoice {
    Any,
    Majority,
}

#[derive(Debug, Clone, Copy, Args)]
pub struct LevelOption {
    #[arg(long, value_enum, default_value = "label", hide_default_value = true, hide_possible_values = true)]
    pub level: LevelChoice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LevelChoice {
    #[value(alias = "code")]
    Label,
    Property,
    Category,
    Theme,
}

/// In which order interviews count, and what the rules of saturation ask.
#[derive(Debug, Args)]
pub struct CurveOptions {
    #[arg(long, value_delimiter = ',', default_value = "date", hide_default_value = true)]
    pub order: Vec<String>,
    #[arg(long, default_value_t = 4, value_name = "N", hide_default_value = true)]
    pub base: usize,
    #[arg(long, default_value_t = 2, value_name = "N", hide_default_value = true)]
    pub run: usize,
    #[arg(
        long,
        default_value = "5",
        value_name = "%",
        hide_default_value = true,
        allow_negative_numbers = true
    )]
    pub threshold: Threshold,
    #[arg(long, default_value_t = 10, value_name = "N", hide_default_value = true)]
    pub initial: usize,
    #[arg(long, default_value_t = 3, value_name = "N", hide_default_value = true)]
    pub stop: usize,
}

#[derive(Debug, Args)]
pub struct Saturation {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub basis: BasisOptions,
    #[command(flatten)]
    pub level: LevelOption,
    #[command(flatten)]
    pub curve: CurveOptions,
    #[arg(long = "claim", id = "claim", value_name = "K+S")]
    pub claims: Vec<ClaimTyped>,
    #[arg(long)]
    pub include_unfinished: bool,
    #[arg(long)]
    pub as_coded: bool,
}

/// A part of a hundred, from 0 to 100: `5`, `2.5` or `2,5`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold(pub f64);

impl FromStr for Threshold {
    type Err = String;

    fn from_str(text: &str) -> Result<Threshold, String> {
        let typed: Option<f64> = text.trim().replace(',', ".").parse().ok();
        // What is no number is in no range.
        typed.filter(|percent| (0.0..=100.0).contains(percent)).map(Threshold).ok_or_else(|| text.to_owned())
    }
}

/// `5+2`: saturation at the 5th interview, two more to confirm it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimTyped {
    pub at: usize,
    pub confirm: usize,
}

impl FromStr for ClaimTyped {
    type Err = String;

    fn from_str(text: &str) -> Result<ClaimTyped, String> {
        let parts = text.split_once('+').and_then(|(at, confirm)| {
            Some(ClaimTyped { at: at.trim().parse().ok()?, confirm: confirm.trim().parse().ok()? })
        });
        parts.ok_or_else(|| text.to_owned())
    }
}

#[derive(Debug, Args)]
pub struct Matrix {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub basis: BasisOptions,
    #[arg(long, value_enum, default_value = "code", hide_default_value = true, hide_possible_values = true)]
    pub rows: RowsChoice,
    #[arg(long, default_value = "participant", hide_default_value = true)]
    pub cols: String,
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
}

/// The rows of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowsChoice {
    #[value(alias = "label")]
    Code,
    Property,
    Category,
    Theme,
}

#[derive(Debug, Args)]
pub struct Cooccurrence {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub basis: BasisOptions,
    #[arg(
        id = "together_unit",
        long = "unit",
        value_enum,
        default_value = "turn",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub unit: TogetherChoice,
}

/// What two codes must share to come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TogetherChoice {
    Turn,
    Overlap,
}
