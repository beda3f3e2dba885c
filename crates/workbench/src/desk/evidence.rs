//! What the window asks of saturation and of reviews.

use super::{BoardRead, Event, FirstPassage, OrdersTold, Request, Worker};
use crate::command::review::ReviewCommand;
use crate::engine::Engine;
use crate::env::Env;
use crate::failure::Failure;
use crate::review::board::BoardRow;
use crate::review::replies::Replies;
use crate::{import, whole_file};

impl Worker {
    /// What is asked of saturation; true when there is something new to show.
    pub(super) fn carry_out_evidence(&mut self, request: Request) -> bool {
        match request {
            Request::SignWith(file) => {
                self.engine.sign_with(&file);
                false
            }
            Request::TryOrders(number, incidence, guest, claim) => {
                let out = self.out.clone();
                self.spawn(move || out.send(Event::Orders(number, orders(&incidence, &guest, claim))));
                false
            }
            Request::FirstPassage { interview, code } => {
                if let Some(found) = self.first_passage(interview, code) {
                    self.out.send(Event::Passage(found));
                }
                false
            }
            Request::TypeVisa { claim, director, verdict, reason, proof } => {
                let proof = proof.map(|path| proof_of(&path)).transpose();
                let director = Some(director);
                let visa = |proof| ReviewCommand::GiveVisa { claim, director, verdict, reason, proof };
                match proof.map(visa) {
                    Ok(visa) => self.run(visa.into()),
                    Err(failure) => self.refused(&failure),
                }
            }
            Request::CopyForReview(director, path) => {
                self.write(|engine| engine.make_review_copy(&path, director).map(|_| path));
                true
            }
            Request::WriteReview(director, path) => {
                let lang = self.lang;
                self.write(|engine| {
                    let page = crate::review::page::page(engine, lang, director)?;
                    whole_file::write(&path, &page)
                        .map_err(|source| Failure::File { path: path.clone(), source })?;
                    Ok(path)
                })
            }
            Request::TakeReplies(path) => {
                let read =
                    std::fs::read(&path).map_err(|source| Failure::File { path: path.clone(), source });
                let name = import::file_name(&path);
                match read.and_then(|bytes| Replies::read(&name, &bytes)) {
                    Ok(replies) => self.run(ReviewCommand::TakeReview(Box::new(replies)).into()),
                    Err(failure) => self.refused(&failure),
                }
            }
            Request::Board(studies) => {
                self.board(studies);
                false
            }
            Request::WriteSheet { claim, estimates, path } => {
                let lang = self.lang;
                self.write(|engine| {
                    crate::review::sheet::write(engine, lang, claim, estimates, &path)
                        .map(|written| written.page)
                })
            }
            _ => false,
        }
    }

    /// Reads studies on a thread of its own, as whoever acts here, where they are of that team.
    fn board(&self, studies: Vec<std::path::PathBuf>) {
        let (out, lang) = (self.out.clone(), self.lang);
        let seen = self.engine.seen();
        let me = self.engine.me().and_then(|me| seen.member(me)).map(|member| member.name.to_owned());
        self.spawn(move || {
            let rows =
                studies.into_iter().map(|path| BoardRead { row: read(&path, me.as_deref(), lang), path });
            out.send(Event::Board(rows.collect()));
        });
    }

    fn first_passage(&self, interview: model::RecordId, code: model::RecordId) -> Option<FirstPassage> {
        let seen = self.engine.seen();
        let codes = seen.code_with_descendants(code);
        let codings = seen.codings_in(interview, &model::basis::Basis::default());
        let mut of_code = codings.iter().filter(|coding| codes.contains(&coding.code));
        let coding = of_code.next()?;
        let range = (coding.place.start, coding.place.end);
        Some(FirstPassage { interview: coding.interview, coding: coding.id, range })
    }
}

/// The name and bytes of the file that a visa is typed from.
fn proof_of(path: &std::path::Path) -> Result<(String, Vec<u8>), Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
    Ok((import::file_name(path), bytes))
}

fn read(path: &std::path::Path, me: Option<&str>, lang: i18n::Lang) -> Result<BoardRow, String> {
    let told = |failure: &Failure| {
        let about = crate::wording::About { file: Some(path), engine: None };
        crate::wording::failure_about(lang, about, failure)
    };
    let mut engine = Engine::open_read_only(path, Env::system()).map_err(|failure| told(&failure))?;
    // Whoever is of no team there looks as anybody does, not as the one member whom the study may have.
    let reader = me.and_then(|me| crate::names::member(&engine.seen(), me).ok());
    engine
        .looking_as(reader, |engine| crate::review::board::row(engine, lang))
        .map_err(|failure| told(&failure))
}

/// Tries other orders of the interviews.
fn orders(
    incidence: &measure::saturation::Incidence,
    guest: &measure::saturation::Guest,
    claim: Option<measure::saturation::Claim>,
) -> OrdersTold {
    use crate::saturation::freeze::{DRAWS, SEED};
    let claims: Vec<measure::saturation::Claim> = claim.into_iter().collect();
    let found = measure::saturation::try_orders(incidence, guest, &claims, DRAWS, SEED);
    let never = found.guest.get(&None).copied().unwrap_or_default();
    OrdersTold {
        orders: found.orders,
        exhaustive: found.exhaustive,
        reached: found.orders - never,
        holding: found.claims.first().copied(),
    }
}
