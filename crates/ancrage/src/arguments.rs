//! What can be typed on the command line. The help is added in the user's language by [`crate::help`].
//!
//! Long because the arguments of every command stand in the order of the commands; those that belong together
//! by their subject have files of their own beside it.

pub mod claims;
pub mod double_coding;
mod measures;
mod searching;

pub use measures::{
    ClaimTyped, Compare, Cooccurrence, CurveOptions, LevelChoice, Matrix, RowsChoice, RuleChoice, Saturation,
    TogetherChoice, UnitChoice,
};
pub mod theory;

pub use searching::{Ranked, Search, Searched, Terms, Whose};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use i18n::Lang;
use model::value::Layer;
use std::num::NonZeroU32;
use std::path::PathBuf;
use workbench::answers::basis::BasisAsked;
use workbench::import::VoiceRole;

/// Everything that was typed.
#[derive(Debug, Parser)]
#[command(name = "ancrage", disable_version_flag = true)]
pub struct Arguments {
    /// One JSON document on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of messages.
    #[arg(long, global = true, value_name = "fr|en")]
    pub lang: Option<Lang>,
    /// Who acts, said before the subcommand.
    #[arg(id = "as_before", long = "as", value_name = "MEMBER")]
    pub member: Option<String>,
    /// Shows the version.
    #[arg(long, short = 'V')]
    pub version: bool,
    /// What to do.
    #[command(subcommand)]
    pub action: Option<Action>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Action {
    New(New),
    Demo(Demo),
    Import(Import),
    Interviews(Counted),
    Participants(Participants),
    Show(Show),
    Speakers(Speakers),
    Text(Text),
    Place(Place),
    Codes(Codes),
    Codings(Codings),
    Matrix(Matrix),
    Cooccurrence(Cooccurrence),
    Compare(Compare),
    Saturation(Saturation),
    Finish(Finish),
    Reading(Reading),
    Search(Search),
    Terms(Terms),
    Log(Log),
    Undo(OnProject),
    Redo(OnProject),
    Merge(Merge),
    Packet(double_coding::Packet),
    Lock(double_coding::Lock),
    Unlock(double_coding::Unlock),
    Rounds(double_coding::Rounds),
    Align(double_coding::Aligning),
    Reconcile(double_coding::Reconciling),
    Settle(Settle),
    Unite(Unite),
    Purge(Purge),
    Backup(Backup),
    Check(OnProject),
    Bench(Bench),
    Generate(Generate),
    Export(Exporting),
    Memos(theory::Memos),
    Relations(theory::Relations),
    Theory(theory::Theory),
    Gaps(theory::Gaps),
    Dimensions(Counted),
    History(theory::History),
    Schema(theory::Schema),
    Queries(theory::Queries),
    Grid(theory::Grid),
    Claim(claims::Claims),
    Review(claims::Review),
    Completions(Completions),
}

/// A project, and who acts in it.
#[derive(Debug, Args)]
pub struct OnProject {
    #[arg(value_name = "PROJECT")]
    pub project: PathBuf,
    #[command(flatten)]
    pub acting: Acting,
}

/// Who acts.
#[derive(Debug, Clone, Default, Args)]
pub struct Acting {
    #[arg(id = "as", long = "as", value_name = "MEMBER")]
    pub member: Option<String>,
}

#[derive(Debug, Args)]
pub struct New {
    #[arg(id = "new_project", value_name = "PROJECT")]
    pub project: PathBuf,
    #[arg(long)]
    pub title: String,
    #[arg(long = "member", required = true)]
    pub members: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Bench {
    #[arg(value_name = "PROJECT")]
    pub project: PathBuf,
    #[arg(long)]
    pub growth: bool,
    #[arg(long)]
    pub only: Option<String>,
    /// Opens the project in this process and tells what that took.
    #[arg(long, hide = true)]
    pub probe: bool,
}

#[derive(Debug, Args)]
pub struct Generate {
    #[arg(id = "new_project", value_name = "PROJECT")]
    pub project: PathBuf,
    #[arg(
        id = "how_many_interviews",
        long = "interviews",
        default_value = "20",
        value_name = "N",
        hide_default_value = true
    )]
    pub interviews: NonZeroU32,
    #[arg(
        id = "how_many_words",
        long = "words",
        default_value = "5000",
        value_name = "N",
        hide_default_value = true
    )]
    pub words: NonZeroU32,
    #[arg(
        id = "how_many_codes",
        long = "codes",
        default_value = "120",
        value_name = "N",
        hide_default_value = true
    )]
    pub codes: NonZeroU32,
    #[arg(
        id = "how_many_codings",
        long = "codings",
        default_value = "2000",
        value_name = "N",
        hide_default_value = true
    )]
    pub codings: u32,
    #[arg(
        id = "how_many_coders",
        long = "coders",
        default_value = "2",
        value_name = "N",
        hide_default_value = true
    )]
    pub coders: NonZeroU32,
    #[arg(long, default_value = "1", value_name = "N", hide_default_value = true)]
    pub seed: u64,
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(id = "demo_project", value_name = "PROJECT")]
    pub project: Option<PathBuf>,
    #[arg(long)]
    pub no_window: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "PROJECT")]
    pub project: PathBuf,
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long = "interviewer", id = "interviewer")]
    pub interviewers: Vec<String>,
    #[arg(long)]
    pub participant: Option<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long, value_enum, default_value = "skip", hide_default_value = true, hide_possible_values = true)]
    pub comments: Comments,
    #[arg(long, value_enum, default_value = "auto", hide_default_value = true, hide_possible_values = true)]
    pub parts: Parts,
    #[arg(long)]
    pub unite_spellings: bool,
    #[arg(long)]
    pub no_original: bool,
    #[arg(long)]
    pub preview: bool,
    #[command(flatten)]
    pub acting: Acting,
}

/// What becomes of comments in the margin of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Comments {
    AsCodings,
    Skip,
}

/// What becomes of a file that holds several interviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Parts {
    Auto,
    Split,
    Keep,
}

/// Whose codings count.
#[derive(Debug, Clone, Args)]
pub struct BasisOptions {
    #[arg(long = "coder", id = "coder", value_delimiter = ',')]
    pub coders: Vec<String>,
    #[arg(long, conflicts_with = "coder")]
    pub agreed: bool,
    #[command(flatten)]
    pub layer: LayerOption,
}

#[derive(Debug, Clone, Copy, Args)]
pub struct LayerOption {
    #[arg(long, value_enum, default_value = "any", hide_default_value = true, hide_possible_values = true)]
    pub layer: LayerChoice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LayerChoice {
    Experiential,
    Thematic,
    Any,
}

impl LayerOption {
    pub fn layer(self) -> Option<Layer> {
        match self.layer {
            LayerChoice::Experiential => Some(Layer::Experiential),
            LayerChoice::Thematic => Some(Layer::Thematic),
            LayerChoice::Any => None,
        }
    }
}

impl BasisOptions {
    pub fn asked(&self) -> BasisAsked {
        BasisAsked { coders: self.coders.clone(), agreed: self.agreed, layer: self.layer.layer() }
    }
}

/// A project, and whose codings count.
#[derive(Debug, Args)]
pub struct Counted {
    #[command(flatten)]
    pub on: OnProject,
    #[command(flatten)]
    pub basis: BasisOptions,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Participants {
    #[command(subcommand)]
    pub import: Option<ImportParticipants>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
}

#[derive(Debug, Subcommand)]
pub enum ImportParticipants {
    Import {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "participants_file", value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Show {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "INTERVIEW")]
    pub interview: String,
    #[arg(long)]
    pub revision: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Speakers {
    #[command(subcommand)]
    pub set: Option<SetSpeaker>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[arg(value_name = "INTERVIEW", required = true)]
    pub interview: Option<String>,
    #[command(flatten)]
    pub acting: Acting,
}

#[derive(Debug, Subcommand)]
pub enum SetSpeaker {
    Set {
        #[command(flatten)]
        on: OnProject,
        #[arg(value_name = "INTERVIEW")]
        interview: String,
        #[arg(id = "speaker_label", value_name = "LABEL")]
        label: String,
        #[arg(id = "speaker_name", long = "name")]
        name: Option<String>,
        #[arg(id = "speaker_role", long = "role", value_enum, hide_possible_values = true)]
        role: Option<SpeakerRole>,
        #[arg(long)]
        participant: Option<String>,
    },
}

/// What a speaker is to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SpeakerRole {
    Participant,
    Interviewer,
    Other,
    Nobody,
    Speech,
}

impl From<SpeakerRole> for VoiceRole {
    fn from(role: SpeakerRole) -> VoiceRole {
        match role {
            SpeakerRole::Participant => VoiceRole::Participant,
            SpeakerRole::Interviewer => VoiceRole::Interviewer,
            SpeakerRole::Other => VoiceRole::Other,
            SpeakerRole::Nobody => VoiceRole::Nobody,
            SpeakerRole::Speech => VoiceRole::Speech,
        }
    }
}

#[derive(Debug, Args)]
pub struct Text {
    #[command(subcommand)]
    pub action: TextAction,
}

#[derive(Debug, Subcommand)]
pub enum TextAction {
    Replace {
        #[command(flatten)]
        on: OnProject,
        #[arg(value_name = "INTERVIEW")]
        interview: String,
        #[arg(id = "text_file", value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        encoding: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct Place {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "CODING", requires = "start")]
    pub coding: Option<String>,
    #[arg(value_name = "START", requires = "end")]
    pub start: Option<u32>,
    #[arg(value_name = "END")]
    pub end: Option<u32>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Codes {
    #[command(subcommand)]
    pub import: Option<ImportCodes>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[command(flatten)]
    pub basis: BasisOptions,
}

#[derive(Debug, Subcommand)]
pub enum ImportCodes {
    Import {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "codes_file", value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Codings {
    #[command(subcommand)]
    pub import: Option<ImportCodings>,
    #[arg(value_name = "PROJECT", required = true)]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub acting: Acting,
    #[arg(long)]
    pub code: Option<String>,
    #[arg(long, requires = "code")]
    pub below: bool,
    #[arg(id = "only_interview", long = "interview")]
    pub interview: Option<String>,
    #[arg(long = "coder", id = "coder_list", value_delimiter = ',')]
    pub coders: Vec<String>,
    #[command(flatten)]
    pub layer: LayerOption,
}

#[derive(Debug, Subcommand)]
pub enum ImportCodings {
    Import {
        #[command(flatten)]
        on: OnProject,
        #[arg(id = "codings_file", value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Finish {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "INTERVIEW")]
    pub interview: String,
    #[arg(long)]
    pub reopen: bool,
}

#[derive(Debug, Args)]
pub struct Reading {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "INTERVIEW")]
    pub interview: String,
    #[arg(long)]
    pub minutes: Option<u32>,
}

#[derive(Debug, Args)]
pub struct Log {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(long)]
    pub since: Option<String>,
}

#[derive(Debug, Args)]
pub struct Merge {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "OTHER", required_unless_present = "take_back")]
    pub other: Option<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, conflicts_with_all = ["other", "dry_run"])]
    pub take_back: bool,
    /// `RECORD=GROUP=VERSION`, for each conflict that is settled with the merge.
    #[arg(long = "keep", conflicts_with = "dry_run")]
    pub kept_versions: Vec<String>,
    #[command(flatten)]
    pub passphrase: double_coding::Passphrase,
}

#[derive(Debug, Args)]
pub struct Settle {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "RECORD")]
    pub record: String,
    #[arg(value_name = "GROUP")]
    pub group: String,
    #[arg(long)]
    pub keep: String,
}

#[derive(Debug, Args)]
pub struct Unite {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(value_name = "A")]
    pub first: String,
    #[arg(value_name = "B")]
    pub second: String,
}

#[derive(Debug, Args)]
pub struct Purge {
    #[command(flatten)]
    pub on: OnProject,
    #[arg(id = "participant_name", value_name = "PARTICIPANT")]
    pub participant: String,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    pub on: OnProject,
    #[command(subcommand)]
    pub action: BackupAction,
}

#[derive(Debug, Subcommand)]
pub enum BackupAction {
    List,
    Now,
    Restore {
        #[arg(id = "backup", value_name = "ID")]
        id: String,
        #[arg(id = "restore_output", long = "output", short = 'o')]
        output: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Exporting {
    #[arg(value_name = "PROJECT")]
    pub project: PathBuf,
    #[arg(id = "format", long = "as", value_enum, hide_possible_values = true)]
    pub format: Format,
    #[arg(
        long,
        value_enum,
        default_value = "codings",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub what: What,
    #[arg(long)]
    pub excel: bool,
    #[arg(long, conflicts_with = "excel")]
    pub comma: bool,
    #[command(flatten)]
    pub excerpts: Excerpting,
    #[command(flatten)]
    pub basis: BasisOptions,
    #[arg(id = "output", long = "output", short = 'o')]
    pub output: PathBuf,
    /// Who acts: `--as` is taken by the format here.
    #[arg(id = "as", long = "member", value_name = "MEMBER")]
    pub member: Option<String>,
}

/// Which excerpts, and how they are told.
#[derive(Debug, Clone, Args)]
pub struct Excerpting {
    #[arg(long, value_enum, default_value = "code", hide_default_value = true, hide_possible_values = true)]
    pub by: Order,
    #[arg(id = "export_code", long = "code")]
    pub codes: Vec<String>,
    #[arg(id = "export_interview", long = "interview")]
    pub interviews: Vec<String>,
    #[arg(id = "attributes", long = "attributes", value_delimiter = ',')]
    pub attributes: Vec<String>,
    #[arg(id = "with_comments", long = "with-comments")]
    pub comments: bool,
}

/// How excerpts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    Code,
    Interview,
}

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Docx,
    Xlsx,
    Html,
    Csv,
    Json,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    Quotes,
    CodedText,
    Codebook,
    Codings,
    Codes,
    Participants,
    Interviews,
    Log,
    Relations,
    Reconciliation,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_enum, hide_possible_values = true)]
    pub shell: Shell,
}
