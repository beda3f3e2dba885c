//! The memos by date, and the one that is open.

use super::codebook::date_and_time;
use super::{Making, Showing};
use crate::engine::Engine;
use crate::views::memos::{MemoLink, MemoRow, MemoSheet, MemoVersion, MemosView};
use crate::{links, markdown, wording};
use model::study::Memo;
use model::value::{Group, Kind, MemoKind, Value};
use model::{OpId, RecordId, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;

/// What of the step is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemosShowing {
    /// The memo that is open.
    pub open: Option<RecordId>,
    /// Every version is listed, not only the words of now.
    pub versions: bool,
}

pub(super) fn make(engine: &Engine, making: &Making<'_>, showing: &Showing) -> MemosView {
    let times: HashMap<OpId, Timestamp> = engine.history().iter().map(|line| (line.op, line.at)).collect();
    let reading = Reading { making, times };
    let mut memos = making.seen.memos();
    // A word in a discussion between coders belongs to where they discuss.
    memos.retain(|memo| memo.kind != MemoKind::Discussion);
    let open = showing.memos.open.and_then(|id| memos.iter().find(|memo| memo.id == id));
    let sheet = open.map(|memo| Arc::new(reading.sheet(memo)));
    let mut rows: Vec<(Option<Timestamp>, MemoRow)> =
        memos.iter().flat_map(|memo| reading.rows(memo, showing.memos.versions)).collect();
    rows.sort_by_key(|(at, row)| (std::cmp::Reverse(*at), row.id));
    MemosView { key: making.generation, rows: rows.into_iter().map(|(_, row)| row).collect(), sheet }
}

struct Reading<'m, 'a> {
    making: &'m Making<'a>,
    times: HashMap<OpId, Timestamp>,
}

/// A version of a memo: when, who, the title and the text.
type Said<'a> = (Option<Timestamp>, RecordId, &'a str, &'a str);

impl<'a> Reading<'_, 'a> {
    /// The versions of a memo's words, the latest first.
    fn versions(&self, memo: &Memo<'a>) -> Vec<Said<'a>> {
        let Some(register) = self.making.seen.register(memo.id, Group::MemoText) else { return Vec::new() };
        let current = register.current().map(|version| version.stamp.op);
        let mut found = Vec::new();
        for version in register.versions().iter().rev() {
            if let Some(Value::MemoText(body)) = &version.value {
                let at = self.times.get(&version.stamp.op).copied();
                let said: Said<'a> = (at, version.author, &body.title, &body.body);
                // What stands now comes first, be it an older version that was settled on.
                match Some(version.stamp.op) == current {
                    true => found.insert(0, said),
                    false => found.push(said),
                }
            }
        }
        found
    }

    fn rows(&self, memo: &Memo<'a>, all: bool) -> Vec<(Option<Timestamp>, MemoRow)> {
        let (seen, lang) = (&self.making.seen, self.making.lang);
        let about =
            memo.target.map_or_else(String::new, |id| wording::record_name(lang, seen, seen.resolve(id)));
        let about: Arc<str> = about.into();
        let mut versions = self.versions(memo);
        if !all {
            versions.truncate(1);
        }
        let row = |(at, author, title, text): Said<'a>| {
            let (day, time) = at.and_then(date_and_time).unzip();
            let row = MemoRow {
                id: memo.id,
                kind: memo.kind,
                title: title.into(),
                text: links::to_read(lang, seen, text).into(),
                about: Arc::clone(&about),
                author: seen.member(author).map_or("", |member| member.name).into(),
                day: day.map_or_else(String::new, |day| day.long(lang)).into(),
                time: time.map_or_else(String::new, |time| time.written(lang)).into(),
            };
            (at, row)
        };
        versions.into_iter().map(row).collect()
    }

    fn link(&self, record: Option<RecordId>, kind: Kind, name: Arc<str>) -> MemoLink {
        let coding = record.and_then(|id| self.making.seen.coding(id));
        let passage =
            coding.map(|coding| (coding.interview, coding.place.start as usize..coding.place.end as usize));
        MemoLink { record, kind, name, passage }
    }

    fn sheet(&self, memo: &Memo<'a>) -> MemoSheet {
        let (seen, lang) = (&self.making.seen, self.making.lang);
        let name = |id: RecordId| wording::record_name(lang, seen, seen.resolve(id));
        let said = |at: Option<Timestamp>, author: RecordId| {
            let who = seen.member(author).map_or("", |member| member.name);
            let when = at.map_or_else(String::new, |at| super::codebook::moment(lang, at));
            [who, when.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        let versions = self.versions(memo);
        let first = versions.iter().map(|(at, ..)| *at).min().flatten();
        MemoSheet {
            id: memo.id,
            kind: memo.kind,
            target: memo.target,
            leads_to: memo.target.map(|id| {
                let id = seen.resolve(id);
                self.link(Some(id), seen.kind(id), name(id).into())
            }),
            about: memo.target.map_or_else(String::new, name).into(),
            title: memo.title.into(),
            body: links::to_edit(lang, seen, memo.body).into(),
            blocks: markdown::read(lang, seen, memo.body).into(),
            written: said(first, memo.author).into(),
            shared: seen.is_shared(memo.id),
            links: links::links(lang, seen, memo.body)
                .into_iter()
                .map(|link| self.link(link.record, link.kind, link.words.into()))
                .collect(),
            versions: versions
                .into_iter()
                .map(|(at, author, title, text)| MemoVersion {
                    said: said(at, author).into(),
                    title: title.into(),
                    text: links::to_read(lang, seen, text).into(),
                })
                .collect(),
        }
    }
}
