//! What the screens show: plain values, filled from the study, drawn by the window and printed by tests.
//!
//! A view holds what is already decided: words in the language of the interface, numbers counted under the
//! reference analysis, places in the current text. Whoever draws it looks nothing up and changes nothing.
//! Positions are Unicode scalar offsets, half-open, in the whole text of the interview.

pub mod backups;
pub mod codebook;
pub mod codes;
pub mod double_coding;
pub mod interviews;
pub mod journal;
pub mod memos;
pub mod passages;
pub mod review;
pub mod saturation;
pub mod search;
pub mod study;
pub mod theory;
pub mod transcript;
pub mod window;
pub mod writing;

pub use backups::{BackupView, BackupsView};
pub use codebook::{AlikeRow, CodeSheet, CodebookView, HistoryRow, NoteRow, PassageLine};
pub use codes::{CodeRow, CodeTreeView};
pub use double_coding::{DoubleCodingPart, DoubleCodingShown, DoubleCodingView, NamedView, WordView};
pub use interviews::{InterviewListView, InterviewRow, InterviewState};
pub use journal::{JournalRow, JournalView};
pub use passages::{PassageListView, PassageRow};
pub use review::{ReviewPage, ReviewPageView, ReviewShowing, ReviewView};
pub use saturation::{
    CategoryView, CurveInterview, GridRowView, NoteView, SaturationShowing, SaturationView,
};
pub use search::{AttributeChoices, SearchView};
pub use study::{ColumnView, ParticipantRow, ProgressRow, StudyView, TeamRow};
pub use transcript::{CodingView, LostView, PlaceState, Proposal, StripeLine, TranscriptView, TurnView};
pub use window::{MemberView, RailStep, RailView, SavedState, StatusView, Step, TopBarView};
