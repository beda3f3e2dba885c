//! The project that a command works on, and failures worded with what it knows.

use crate::arguments::OnProject;
use crate::console::Console;
use crate::problem::Problem;
use i18n::Lang;
use model::RecordId;
use model::value::Method;
use std::path::{Path, PathBuf};
use workbench::names::{self, NameError};
use workbench::wording::{About, failure_about};
use workbench::{Engine, Env, Failure};

/// An open project.
#[derive(Debug)]
pub struct Project {
    /// The project at work.
    pub engine: Engine,
    path: PathBuf,
    lang: Lang,
}

impl Project {
    /// Opens a project for reading; another program may be working in it.
    ///
    /// # Errors
    /// When it cannot be opened, or nobody is called as `--as` says.
    pub fn read(console: &Console, on: &OnProject) -> Result<Project, Problem> {
        Project::open(console, on, Engine::open_read_only(&on.project, Env::system()))
    }

    /// Opens a project for work.
    ///
    /// # Errors
    /// When it cannot be opened, or nobody is called as `--as` says.
    pub fn work(console: &Console, on: &OnProject) -> Result<Project, Problem> {
        Project::open(console, on, Engine::open(&on.project, Env::system()))
    }

    /// Works on a project that was just opened.
    ///
    /// # Errors
    /// When it could not be opened, or nobody is called as `--as` says.
    pub fn open(
        console: &Console,
        on: &OnProject,
        engine: Result<Engine, Failure>,
    ) -> Result<Project, Problem> {
        let engine = engine.map_err(|failure| refused(console.lang, &on.project, &failure))?;
        let mut project = Project { engine, path: on.project.clone(), lang: console.lang };
        if let Some(warning) = project.engine.take_warning() {
            let about = About { file: Some(&project.path), engine: Some(&project.engine) };
            console.warn(&failure_about(console.lang, about, &warning));
        }
        if let Some(member) = on.acting.member.as_ref().or(console.member.as_ref()) {
            let found = project.engine.act_as(member);
            project.told(found)?;
        }
        Ok(project)
    }

    /// The result, its failure in words.
    ///
    /// # Errors
    /// The failure.
    pub fn told<T>(&self, result: Result<T, Failure>) -> Result<T, Problem> {
        result.map_err(|failure| {
            let about = About { file: Some(&self.path), engine: Some(&self.engine) };
            Problem::Failed(failure_about(self.lang, about, &failure))
        })
    }

    /// The same for a name that was looked for.
    ///
    /// # Errors
    /// The failure.
    pub fn found<T>(&self, result: Result<T, NameError>) -> Result<T, Problem> {
        self.told(result.map_err(Failure::from))
    }

    /// The interview of that name or identifier.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn interview(&self, name: &str) -> Result<RecordId, Problem> {
        self.found(names::interview(&self.engine.seen(), name))
    }

    /// The study's method, which decides the words.
    pub fn method(&self) -> Method {
        self.engine.seen().study_facts().map(|facts| facts.method).unwrap_or_default()
    }
}

/// A failure around a file that is not open.
pub fn refused(lang: Lang, file: &Path, failure: &Failure) -> Problem {
    Problem::Failed(failure_about(lang, About { file: Some(file), engine: None }, failure))
}
