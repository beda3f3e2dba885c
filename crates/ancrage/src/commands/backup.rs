//! `backup`: backups listed, made and restored.

use super::{Outcome, table_or_nothing};
use crate::arguments::{Backup, BackupAction};
use crate::console::Console;
use crate::problem::Ending;
use crate::project::{Project, refused};
use crate::table::Table;
use workbench::Env;
use workbench::answers::custody::{self, BackupAnswer};

pub fn run(console: &Console, asked: &Backup) -> Outcome {
    let lang = console.lang;
    let failed = |failure| refused(lang, &asked.on.project, &failure);
    match &asked.action {
        BackupAction::List => {
            let answer = custody::backups(&asked.on.project).map_err(failed)?;
            console.answer(&answer, || table_or_nothing(console, &table(console, &answer)))?;
        }
        BackupAction::Now => {
            let mut project = Project::work(console, &asked.on)?;
            let made = custody::backup_now(&mut project.engine);
            let answer = project.told(made)?;
            console.answer(&answer, || i18n::cli_backup_made(lang, &answer.id))?;
        }
        BackupAction::Restore { id, output } => {
            let restored = custody::restore(&asked.on.project, id, output, Env::system());
            let answer = restored.map_err(failed)?;
            console.answer(&answer, || i18n::cli_backup_restored(lang, &answer.file))?;
        }
    }
    Ok(Ending::Done)
}

fn table(console: &Console, backups: &[BackupAnswer]) -> Table {
    let lang = console.lang;
    let mut table = Table::new()
        .text(i18n::column_id(lang))
        .text(i18n::column_when(lang))
        .number(i18n::column_size(lang))
        .number(i18n::column_operations(lang))
        .number(i18n::column_passages(lang));
    let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    for backup in backups {
        let known = [backup.id.clone(), backup.at.clone(), backup.size.to_string()];
        table.row(known.into_iter().chain([count(backup.ops), count(backup.codings)]));
    }
    table
}
