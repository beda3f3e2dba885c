//! Invented lists and bars.

use super::interview::{id, interview};
use workbench::views::{
    InterviewListView, InterviewRow, InterviewState, MemberView, PassageListView, PassageRow, RailStep,
    RailView, SavedState, StatusView, Step, TopBarView,
};

/// The list of interviews.
pub fn interviews() -> InterviewListView {
    use InterviewState::{Excluded, Finished, InProgress, ToRead};
    let rows = [
        ("EMG 1", "11/01 · 48 min · 148 extraits · codage terminé", Finished, 1000),
        ("EMG 2", "17/01 · 1 h 09 · 171 extraits · codage terminé", Finished, 1000),
        ("EMG 3", "02/02 · 57 min · 37 extraits · 2 relectures", InProgress, 380),
        ("EMG 4", "09/02 · 1 h 02 · 1 relecture", InProgress, 0),
        ("EMG 5", "22/02 · 51 min · à relire", ToRead, 0),
        ("EMG 6", "10/04 · 44 min · à relire", ToRead, 0),
        ("EMG 7", "15/04 · 1 h 12 · à relire", ToRead, 0),
        ("EMG 8", "hors critères depuis le 05/01", Excluded, 0),
    ];
    let rows: Vec<_> = (1..)
        .zip(rows)
        .map(|(number, (label, details, state, progress))| InterviewRow {
            id: id(number),
            label: label.into(),
            details: details.into(),
            about: "".into(),
            participants: label.into(),
            date: "".into(),
            words: Some(1745),
            codings: 37,
            readings: 2,
            state,
            progress_per_mille: progress,
        })
        .collect();
    InterviewListView { key: 1, summary: "7 analysés, 1 exclu".into(), rows: rows.into() }
}

/// The passages of *coût du trajet*.
pub fn passages() -> PassageListView {
    let words = [
        ("« c’est la route, c’est les quarante minutes aller »", "EMG 3 · 12:11", 3),
        ("« elle a attendu que son fils remonte pour l’été »", "EMG 1 · 31:02", 1),
        ("« le bus passe le mardi, alors on est malade le mardi »", "EMG 2 · 08:47", 2),
        ("« Huit mois avec sa hanche. »", "EMG 3 · 14:58", 3),
        (
            "« On ne devrait pas dire merci pour ne pas avoir fait quatre-vingts kilomètres. »",
            "EMG 3 · 17:24",
            3,
        ),
    ];
    let text = interview().text;
    let rows: Vec<_> = (0..)
        .zip(words)
        .map(|(number, (quote, place, from))| {
            let inner = quote.trim_matches(['«', '»', ' ']);
            let start = text.find(inner).map_or(0, |byte| text[..byte].chars().count());
            PassageRow {
                coding: id(500 + number),
                interview: id(from),
                start,
                end: start + inner.chars().count(),
                quote: quote.into(),
                place: place.into(),
                coder: "".into(),
            }
        })
        .collect();
    PassageListView {
        key: 1,
        title: "coût du trajet".into(),
        hue: 4,
        basis: "2 EMG sur 2 (7 réalisés)".into(),
        rows: rows.into(),
    }
}

/// The rail.
pub fn rail() -> RailView {
    let count = |step| match step {
        Step::Interviews => Some(7),
        Step::Codes => Some(64),
        Step::Categories => Some(9),
        Step::DoubleCoding => Some(12),
        Step::Memos => Some(23),
        _ => None,
    };
    let steps = Step::ALL.map(|step| RailStep { step, count: count(step) });
    RailView { steps: steps.into(), guide_version: "v3".into() }
}

/// The top bar.
pub fn top() -> TopBarView {
    let member = MemberView {
        id: id(50),
        initials: "CL".into(),
        name: "Claire L.".into(),
        part: "1ʳᵉ lecture".into(),
        hue: 0,
    };
    TopBarView {
        study: "Renoncer aux soins en zone rurale".into(),
        place: "Entretiens".into(),
        member: Some(member),
        member_stays: false,
    }
}

/// The status line.
pub fn status() -> StatusView {
    StatusView {
        saved: SavedState::Saved,
        saved_text: "Enregistré à l’instant".into(),
        notes: vec!["Index à jour".into(), "Théorisation ancrée".into()],
        undo: Some("appliquer « coût du trajet »".into()),
        redo: None,
        language: "français".into(),
        zoom_percent: 100,
    }
}
