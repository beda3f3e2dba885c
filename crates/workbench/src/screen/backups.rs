//! The view of the backups.

use crate::engine::Engine;
use crate::env;
use crate::failure::Failure;
use crate::views::{BackupView, BackupsView};
use i18n::Lang;
use model::basis::Basis;
use store::{BackupInfo, BackupReason};

/// The backups of the open project, the latest first.
pub(crate) fn make(engine: &Engine, lang: Lang) -> Result<BackupsView, Failure> {
    let mut list: Vec<BackupView> = engine.backups()?.iter().map(|info| view(lang, info)).collect();
    list.reverse();
    Ok(BackupsView { list, preview: None })
}

/// The same, with what one of them holds: its interviews and their passages.
pub(crate) fn look(engine: &mut Engine, lang: Lang, id: &str) -> Result<BackupsView, Failure> {
    let mut view = make(engine, lang)?;
    let folder = std::env::temp_dir().join(format!("ancrage-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|source| Failure::File { path: folder.clone(), source })?;
    let copy = folder.join("sauvegarde.ancrage");
    let lines = engine.restore(id, &copy).and_then(|()| lines(&copy, lang));
    // The copy was only made to be looked at; a folder that stays behind holds nothing.
    drop(std::fs::remove_dir_all(&folder));
    view.preview = Some((id.to_owned(), lines?));
    Ok(view)
}

fn lines(copy: &std::path::Path, lang: Lang) -> Result<Vec<String>, Failure> {
    let engine = Engine::open_read_only(copy, env::Env::system())?;
    let seen = engine.seen();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let line = |interview: &model::study::Interview<'_>| {
        let codings = seen.codings_in(interview.id, &Basis::everything()).len();
        format!("{} · {}", interview.name, i18n::passage_count(lang, count(codings)))
    };
    Ok(seen.interviews().iter().map(line).collect())
}

fn view(lang: Lang, info: &BackupInfo) -> BackupView {
    let when = env::local(info.at).map(|(day, time)| i18n::date_time(lang, day, time));
    let mut details = vec![why(lang, info.why).to_owned()];
    details.extend(
        info.codings.map(|codings| i18n::passage_count(lang, i64::try_from(codings).unwrap_or(i64::MAX))),
    );
    details.push(size(lang, info.size));
    BackupView { id: info.id.clone(), when: when.unwrap_or_default(), details: details.join(" · ") }
}

/// A size as one reads it: in kilobytes, from a thousand of them on in megabytes.
fn size(lang: Lang, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1000 {
        return i18n::size_kilobytes(lang, i64::try_from(kilobytes).unwrap_or(i64::MAX));
    }
    i18n::size_megabytes(lang, &i18n::decimal(lang, kilobytes as f64 / 1024.0, 1))
}

fn why(lang: Lang, why: BackupReason) -> &'static str {
    match why {
        BackupReason::Daily => i18n::backup_daily(lang),
        BackupReason::Asked => i18n::backup_asked(lang),
        _ => i18n::backup_before(lang),
    }
}
