//! What curve and claim rest on: whose codings, which layer, the values of Guest's rule, a chosen order.

use super::quiet;
use crate::theme::space;
use crate::words::Words;
use egui::accesskit::Role;
use egui::{ComboBox, DragValue, ScrollArea, Ui, WidgetInfo};
use model::RecordId;
use model::basis::{Basis, Coders};
use model::value::Layer;
use workbench::saturation::Order;
use workbench::views::{SaturationShowing, SaturationView};

/// So high a list of interviews at most.
const LIST: f32 = 150.0;

/// The choices; gives back what is asked for instead.
pub(super) fn show(
    ui: &mut Ui,
    view: &SaturationView,
    showing: &SaturationShowing,
    words: Words,
) -> SaturationShowing {
    let mut asked = showing.clone();
    basis(ui, view, &mut asked.basis, words);
    guest(ui, &mut asked.guest, words);
    order(ui, view, &mut asked.order, words);
    asked
}

fn basis(ui: &mut Ui, view: &SaturationView, basis: &mut Basis, words: Words) {
    let lang = words.lang;
    let name = |coders: &Coders| match coders {
        Coders::Reference | Coders::Everybody => i18n::saturation_basis_reference(lang).to_owned(),
        Coders::Agreed => i18n::saturation_basis_agreed(lang).to_owned(),
        Coders::Only(ids) => {
            let named = |id: &RecordId| view.coders.iter().find(|(coder, _)| coder == id);
            let names = ids.iter().filter_map(named).map(|(_, name)| name.as_ref());
            i18n::saturation_basis_coder(lang, &names.collect::<Vec<_>>().join(", "))
        }
    };
    ui.horizontal_wrapped(|ui| {
        let label = i18n::saturation_basis_title(lang);
        ui.label(label);
        let choice = ComboBox::from_id_salt("saturation-basis").selected_text(name(&basis.coders));
        let choice = choice.show_ui(ui, |ui| {
            let single = view.coders.iter().map(|(id, _)| Coders::Only(vec![*id]));
            for coders in [Coders::Reference, Coders::Agreed].into_iter().chain(single) {
                let label = name(&coders);
                ui.selectable_value(&mut basis.coders, coders, label);
            }
        });
        choice.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, label));
        let layer = |layer: Option<Layer>| match layer {
            None => i18n::search_layer_any(lang),
            Some(Layer::Experiential) => i18n::view_layer_experiential(lang),
            Some(Layer::Thematic) => i18n::view_layer_thematic(lang),
        };
        let choice = ComboBox::from_id_salt("saturation-layer").selected_text(layer(basis.layer));
        let choice = choice.show_ui(ui, |ui| {
            for one in [None, Some(Layer::Experiential), Some(Layer::Thematic)] {
                ui.selectable_value(&mut basis.layer, one, layer(one));
            }
        });
        let label = i18n::column_layer(lang);
        choice.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, label));
    });
}

fn guest(ui: &mut Ui, (base, run, percent): &mut (usize, usize, u32), words: Words) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        ui.label(i18n::saturation_guest_title(lang));
        let name = i18n::saturation_guest_base(lang);
        ui.label(name);
        ui.add(DragValue::new(base).range(1..=100)).accessible_name(name);
        let name = i18n::saturation_guest_run(lang);
        ui.label(name);
        ui.add(DragValue::new(run).range(1..=20)).accessible_name(name);
        let name = i18n::saturation_guest_threshold(lang);
        ui.label(name);
        ui.add(DragValue::new(percent).range(0..=50).suffix(" %")).accessible_name(name);
    });
}

/// By date, by the first coding, or as the interviews are put here.
fn order(ui: &mut Ui, view: &SaturationView, order: &mut Order, words: Words) {
    let lang = words.lang;
    ui.horizontal_wrapped(|ui| {
        let present = || view.interviews.iter().map(|one| one.id).collect();
        let chosen = matches!(order, Order::List(_));
        for (one, name) in
            [(Order::Date, i18n::saturation_by_date(lang)), (Order::Coding, i18n::saturation_by_coding(lang))]
        {
            if ui.radio(*order == one, name).clicked() {
                *order = one;
            }
        }
        if ui.radio(chosen, i18n::saturation_by_choice(lang)).clicked() && !chosen {
            *order = Order::List(present());
        }
    });
    let Order::List(ids) = order else { return };
    let mut up = None;
    ScrollArea::vertical().id_salt("chosen-order").max_height(LIST).show(ui, |ui| {
        for (place, id) in ids.iter().enumerate() {
            let found = view.interviews.iter().find(|one| one.id == *id);
            let name = found.map_or("", |one| one.name.as_ref());
            ui.horizontal(|ui| {
                let raise = ui.add_enabled(place > 0, egui::Button::new("↑").small());
                let told = i18n::saturation_order_up(lang, name);
                raise.widget_info(|| WidgetInfo::labeled(Role::Button, place > 0, &told));
                if raise.clicked() {
                    up = Some(place);
                }
                ui.label(format!("{}. {name}", place + 1));
                if let Some(one) = found.filter(|one| !one.date.is_empty()) {
                    quiet(ui, &one.date);
                }
            });
        }
    });
    if let Some(place) = up {
        ids.swap(place - 1, place);
    }
    ui.add_space(space::TIGHT);
}
