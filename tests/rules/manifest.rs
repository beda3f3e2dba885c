//! The dependencies that each `Cargo.toml` names.

use crate::repository;

/// One crate of the workspace.
#[derive(Debug)]
pub struct Manifest {
    /// Where it stands: `crates/model/Cargo.toml`.
    pub path: String,
    /// The package's name.
    pub name: String,
    /// What it depends on, with the line and the table it stands in.
    pub dependencies: Vec<Dependency>,
}

/// One line of a table of dependencies.
#[derive(Debug)]
pub struct Dependency {
    pub name: String,
    pub line: usize,
    /// `dependencies`, `dev-dependencies`, `build-dependencies`, also per target.
    pub table: String,
}

impl Dependency {
    /// Whether it becomes part of what is shipped.
    pub fn ships(&self) -> bool {
        self.table.ends_with("dependencies")
            && !self.table.ends_with("dev-dependencies")
            && !self.table.ends_with("build-dependencies")
    }
}

/// The manifests of all packages of the workspace.
pub fn all() -> Vec<Manifest> {
    let files = repository::text_files().into_iter();
    // The fuzz targets are a workspace of their own, which ships nothing.
    let is_member = |path: &str| path.ends_with("/Cargo.toml") && !path.starts_with("fuzz/");
    let members = files.filter(|file| is_member(&file.path));
    members.map(|file| parse(&file.path, &file.text)).collect()
}

/// Reads what house style writes: one dependency a line, `[table]` headings, or `[dependencies.name]`.
fn parse(path: &str, text: &str) -> Manifest {
    let mut manifest = Manifest { path: path.to_owned(), name: String::new(), dependencies: Vec::new() };
    let mut table = String::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            table = heading.trim_matches(['[', ']']).to_owned();
            if let Some((outer, name)) =
                table.clone().rsplit_once('.').filter(|(o, _)| o.ends_with("dependencies"))
            {
                manifest.dependencies.push(dependency(name, index, outer));
            }
        } else if let Some((key, value)) = line.split_once('=') {
            if table == "package" && key.trim() == "name" {
                manifest.name = value.trim().trim_matches('"').to_owned();
            } else if table.ends_with("dependencies") {
                let name = key.trim().split('.').next().unwrap_or_default();
                manifest.dependencies.push(dependency(name, index, &table));
            }
        }
    }
    manifest
}

fn dependency(name: &str, index: usize, table: &str) -> Dependency {
    Dependency { name: name.trim_matches('"').to_owned(), line: index + 1, table: table.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_of_every_shape_are_read() {
        let text = "[package]\nname = \"x\"\n[dependencies]\na.workspace = true # why\nb = \"1\"\n\
                    [dependencies.c]\nversion = \"2\"\n[target.'cfg(unix)'.dependencies]\nd = { path = \"..\" }\n\
                    [dev-dependencies]\ne.workspace = true\n";
        let manifest = parse("crates/x/Cargo.toml", text);
        assert_eq!(manifest.name, "x");
        let read: Vec<_> =
            manifest.dependencies.iter().map(|d| (d.name.as_str(), d.line, d.ships())).collect();
        assert_eq!(read, [("a", 4, true), ("b", 5, true), ("c", 6, true), ("d", 9, true), ("e", 11, false)]);
    }
}
