//! `claim`: saturation claimed, with all that it rests on.

use super::{Outcome, basis, level};
use crate::arguments::OnProject;
use crate::arguments::claims::{Argument, ClaimAction, Claims, Make, OnClaim};
use crate::console::Console;
use crate::problem::{Ending, Problem};
use crate::project::Project;
use model::RecordId;
use std::path::Path;
use workbench::answers::claims::{self, ClaimRecord, VisaAnswer};
use workbench::command::review::ReviewCommand;
use workbench::saturation::freeze::Claiming;
use workbench::saturation::{Asked, Claim};

pub fn run(console: &Console, asked: Claims) -> Outcome {
    match asked.action {
        None => list(console, asked),
        Some(ClaimAction::Write { on, argument, again }) => write(console, &on, &argument, again.as_deref()),
        Some(ClaimAction::Make(make)) => self::make(console, &make),
        Some(ClaimAction::Check { on }) => check(console, &on),
        Some(ClaimAction::Withdraw { on }) => withdraw(console, &on),
        Some(ClaimAction::Sheet { on, output, figure, estimates }) => {
            sheet(console, &on, &output, &figure, estimates)
        }
    }
}

fn list(console: &Console, asked: Claims) -> Outcome {
    let Claims { project: Some(project), acting, .. } = asked else { return Ok(Ending::Misused) };
    let project = Project::read(console, &OnProject { project, acting })?;
    let answer = claims::claims(&project.engine, console.lang);
    console.answer(&answer, || match answer.is_empty() {
        true => i18n::claim_none(console.lang).to_owned(),
        false => answer.iter().map(|one| text(console, &project, one)).collect::<Vec<_>>().join("\n\n"),
    })?;
    Ok(Ending::Done)
}

fn text(console: &Console, project: &Project, claim: &ClaimRecord) -> String {
    let lang = console.lang;
    let state = i18n::claim_state(lang, claim.state);
    let mut lines = vec![format!("{}  {state}", claim.id), format!("  « {} »", claim.argument)];
    if let Some(made) = &claim.made {
        let day = made.at.get(..10).unwrap_or_default();
        let level = i18n::level_name(lang, made.level, project.method().as_str());
        let (at, confirm) = (made.interview.to_string(), made.confirm.to_string());
        lines.push(format!("  {}", i18n::claim_line(lang, &at, &confirm, day, &made.digest, level, state)));
    }
    lines.extend(claim.visas.iter().map(|visa| format!("  {}", self::visa(console, visa))));
    if let Some(today) = &claim.today {
        lines.push(format!("  {}", today.text));
        lines.extend(today.changes.iter().map(|change| format!("   · {}", change.text)));
    }
    lines.join("\n")
}

pub(super) fn visa(console: &Console, visa: &VisaAnswer) -> String {
    let lang = console.lang;
    let said = match (visa.verdict, visa.given) {
        (Some(verdict), _) => verdict,
        (None, true) => "hidden",
        (None, false) => "none",
    };
    let mut line = i18n::visa_line(lang, &visa.director, said);
    if let Some(entered) = visa.entered {
        let by = visa.typed_by.as_deref().unwrap_or_default();
        line = format!("{line} ({})", i18n::visa_entered(lang, entered, by));
    }
    match visa.reason.as_deref().filter(|reason| !reason.is_empty()) {
        Some(reason) => format!("{line} — {reason}"),
        None => line,
    }
}

fn argument(console: &Console, typed: &Argument) -> Result<Option<String>, Problem> {
    match (&typed.text, &typed.file) {
        (Some(text), _) => Ok(Some(text.clone())),
        (None, Some(file)) => {
            let bytes = super::read_file(console, file)?;
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        }
        (None, None) => Ok(None),
    }
}

/// The claim that is spoken of, where one is named.
fn named(project: &Project, name: Option<&str>) -> Result<Option<RecordId>, Problem> {
    name.map(|name| project.found(claims::find(&project.engine.seen(), Some(name)))).transpose()
}

fn write(console: &Console, on: &OnProject, typed: &Argument, again: Option<&str>) -> Outcome {
    let mut project = Project::work(console, on)?;
    let claim = named(&project, again)?;
    let argument = argument(console, typed)?.unwrap_or_default();
    let done = project.engine.run(ReviewCommand::WriteClaim { claim, argument }.into());
    let made = project.told(done)?.made;
    let Some(id) = claim.or(made.first().copied()) else { return Ok(Ending::Done) };
    let answer = claims::claim(&project.engine, console.lang, id);
    console.answer(&answer, || i18n::claim_written(console.lang, &id.to_string()))?;
    Ok(Ending::Done)
}

fn make(console: &Console, typed: &Make) -> Outcome {
    let mut project = Project::work(console, &typed.on)?;
    let claim = named(&project, typed.again.as_deref())?;
    let asked = Asked {
        basis: basis(console, &project, &typed.basis)?,
        order: super::saturation::order(&project, &typed.curve.order)?,
        ..Asked::at(level(typed.level.level))
    };
    let claiming = Claiming {
        claim: Claim { at: typed.says.at, confirm: typed.says.confirm },
        asked,
        guest: super::saturation::guest_asked(&typed.curve),
        stopping: super::saturation::stopping_asked(&typed.curve),
    };
    sign(&mut project);
    let argument = argument(console, &typed.argument)?;
    let command = ReviewCommand::MakeClaim { claim, argument, claiming: Box::new(claiming) };
    let done = project.engine.run(command.into());
    let made = project.told(done)?.made;
    let Some(id) = claim.or(made.first().copied()) else { return Ok(Ending::Done) };
    let answer = claims::claim(&project.engine, console.lang, id);
    console.answer(&answer, || {
        let digest = answer.as_ref().and_then(|answer| answer.made.as_ref()).map(|made| made.digest.as_str());
        let (at, confirm) = (typed.says.at.to_string(), typed.says.confirm.to_string());
        i18n::claim_made(console.lang, &at, &confirm, digest.unwrap_or_default())
    })?;
    Ok(Ending::Done)
}

/// Signs with the key of this desk from here on.
pub(super) fn sign(project: &mut Project) {
    project.engine.sign_with(&desktop::window::desk_key_path());
}

fn check(console: &Console, on: &OnClaim) -> Outcome {
    let project = Project::read(console, &on.on)?;
    let id = project.found(claims::find(&project.engine.seen(), on.claim.as_deref()))?;
    let answer = project.told(claims::reproduced(&project.engine, id))?;
    console.answer(&answer, || i18n::claim_reproduced(console.lang, &answer.digest, answer.reproduced))?;
    match answer.reproduced {
        "same" => Ok(Ending::Done),
        _ => Err(Problem::Failed(i18n::claim_reproduced(console.lang, &answer.digest, answer.reproduced))),
    }
}

/// The page with its figures and numbers beside it, or one of those alone.
fn sheet(console: &Console, on: &OnClaim, output: &Path, figure: &str, estimates: bool) -> Outcome {
    let lang = console.lang;
    let ending = output.extension().map_or_else(String::new, |end| end.to_string_lossy().to_lowercase());
    let known = matches!(figure, "curve" | "grid" | "timeline");
    if !known || !matches!(ending.as_str(), "html" | "svg" | "csv") {
        return Err(Problem::Usage(i18n::usage_sheet(lang).to_owned()));
    }
    let mut project = Project::read(console, &on.on)?;
    let claim = project.found(claims::find(&project.engine.seen(), on.claim.as_deref()))?;
    let mut figures = Vec::new();
    if ending == "html" {
        let written = workbench::review::sheet::write(&mut project.engine, lang, claim, estimates, output);
        figures = project.told(written)?.figures;
    } else {
        let made = workbench::review::sheet::make(&mut project.engine, lang, claim, estimates);
        let made = project.told(made)?;
        let wanted = format!("{}.{ending}", i18n::sheet_file(lang, figure));
        let found = made.beside.into_iter().find(|(end, _)| *end == wanted);
        let Some((_, bytes)) = found else { return Err(Problem::Usage(i18n::usage_sheet(lang).to_owned())) };
        super::export::put(console, output, &bytes)?;
    }
    let file = output.to_string_lossy();
    let figures: Vec<String> = figures.iter().map(|file| file.to_string_lossy().into_owned()).collect();
    let answer = serde_json::json!({ "claim": claim, "file": file, "figures": figures });
    console.answer(&answer, || match figures.is_empty() {
        true => i18n::notice_written(lang, &file),
        false => {
            let beside = i18n::sheet_written(lang, &figures.join(", "));
            format!("{}\n{beside}", i18n::notice_written(lang, &file))
        }
    })?;
    Ok(Ending::Done)
}

fn withdraw(console: &Console, on: &OnClaim) -> Outcome {
    let mut project = Project::work(console, &on.on)?;
    let claim = project.found(claims::find(&project.engine.seen(), on.claim.as_deref()))?;
    let done = project.engine.run(ReviewCommand::WithdrawClaim { claim }.into());
    project.told(done)?;
    let answer = serde_json::json!({ "withdrawn": claim });
    console.answer(&answer, || i18n::claim_withdrawn(console.lang).to_owned())?;
    Ok(Ending::Done)
}
