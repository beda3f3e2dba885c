//! Saturation in the example study: claimed by the student, signed by one director, refused by the other.

use super::CODERS;
use crate::command::Command;
use crate::command::review::ReviewCommand;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::levels::LevelAsked;
use crate::saturation::freeze::Claiming;
use crate::saturation::{Asked, Claim, Guest, Stopping};
use crate::signing::DeskKey;
use jiff::civil::{Date, date};
use model::value::{Countersign, Role};

/// The directors of the example study.
pub const DIRECTORS: [&str; 2] = ["Dr M. Aubert", "Dr K. Saadi"];

const ARGUMENT: &str = "Les catégories sont étoffées\u{a0}: chacune a ses propriétés, et les deux derniers entretiens \
les nuancent sans en ajouter. J’ai cherché dans EMG 5 et EMG 6 ce qui contredirait «\u{a0}Compter avant de partir\u{a0}»\u{a0}: \
rien ne s’y oppose, mais l’attente chez les plus jeunes reste mince.";
const AGREED: &str = "D’accord pour les catégories ; gardez l’attente parmi les points à consolider.";
const REFUSED: &str = "Six entretiens codés, c’est court\u{a0}: terminez EMG 7 et EMG 8, tous deux plus jeunes, puis redemandez.";
const ANSWER: &str = "EMG 7 est transcrit ; je termine son codage cette semaine.";

/// When saturation was claimed, when each director gave a word on it, when one asked, and when the student answered.
const DAYS: [Date; 4] = [date(2025, 5, 19), date(2025, 5, 23), date(2025, 5, 27), date(2025, 5, 28)];

pub(super) fn carry(engine: &mut Engine) -> Result<(), Failure> {
    let [claimed, first, second, answered] = DAYS;
    engine.env.go_to(claimed);
    for name in DIRECTORS {
        engine.run(Command::AddMember { name: name.to_owned(), role: Role::Director })?;
    }
    let guest = Guest { base: 4, run: 2, threshold_percent: 5.0 };
    let stopping = Stopping { initial: 10, stop: 3 };
    let claim = Claim { at: 4, confirm: 2 };
    let claiming = Box::new(Claiming { claim, asked: Asked::at(LevelAsked::Category), guest, stopping });
    desk(engine, CODERS[0].0)?;
    let argument = Some(ARGUMENT.to_owned());
    let made = engine.run(ReviewCommand::MakeClaim { claim: None, argument, claiming }.into())?.made;
    let Some(claim) = made.first().copied() else { return Ok(()) };
    let said = [
        (first, DIRECTORS[0], Countersign::Agreed, AGREED),
        (second, DIRECTORS[1], Countersign::Refused, REFUSED),
    ];
    for (day, name, verdict, reason) in said {
        engine.env.go_to(day);
        desk(engine, name)?;
        let reason = reason.to_owned();
        engine.run(ReviewCommand::GiveVisa { claim, director: None, verdict, reason, proof: None }.into())?;
        engine.run(ReviewCommand::Look { target: None }.into())?;
    }
    desk(engine, DIRECTORS[1])?;
    let asks = "Lesquels des entretiens restants sont transcrits ?".to_owned();
    let made = engine.run(ReviewCommand::Comment { about: claim, text: asks }.into())?.made;
    engine.env.go_to(answered);
    desk(engine, CODERS[0].0)?;
    if let Some(about) = made.first().copied() {
        engine.run(ReviewCommand::Comment { about, text: ANSWER.to_owned() }.into())?;
    }
    Ok(())
}

/// Somebody works at their own desk.
fn desk(engine: &mut Engine, member: &str) -> Result<(), Failure> {
    engine.act_as(member)?;
    engine.sign_with_key(DeskKey::of(model::Digest::of(member.as_bytes()).0));
    Ok(())
}
