#include <fmt/core.h>

#include <array>
#include <string_view>

#include "report/timeline.hpp"

namespace hinge::report {
namespace {

/// A colour by what it is for. Each text is at least 4.5 to 1 on its paper, each mark 3 to 1
/// (WCAG 2.2).
struct Colour {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
};
constexpr std::array colours = {
    Colour{"paper", "#ffffff", "#14191d"},   Colour{"ink", "#1f2933", "#e6e9ec"},
    Colour{"muted", "#5b6770", "#a3adb5"},   Colour{"grid", "#dfe4e8", "#323c44"},
    Colour{"load", "#1d5d8c", "#7db7e0"},    Colour{"deload", "#8a5200", "#e0a458"},
    Colour{"pain", "#a8432b", "#ee9a80"},    Colour{"soreness", "#4d6b8a", "#9db8d2"},
    Colour{"rebuild", "#e9f1f7", "#1e2c37"}, Colour{"calm", "#f5ecd9", "#38301f"},
};

/// What of a class takes which colour.
struct Paint {
  std::string_view where;
  std::string_view property;
  std::string_view colour;
};
constexpr std::array paints = {
    Paint{".paper", "fill", "paper"},      Paint{"text", "fill", "ink"},
    Paint{"text.muted", "fill", "muted"},  Paint{".halo", "stroke", "paper"},
    Paint{".grid", "stroke", "grid"},      Paint{".axis", "stroke", "muted"},
    Paint{".line", "stroke", "load"},      Paint{".done", "fill", "load"},
    Paint{".light", "stroke", "load"},     Paint{".deload", "fill", "deload"},
    Paint{".missed", "stroke", "ink"},     Paint{".pain", "fill", "pain"},
    Paint{".pain-stem", "stroke", "pain"}, Paint{".soreness", "stroke", "soreness"},
    Paint{".felt", "stroke", "muted"},     Paint{".limits", "stroke", "ink"},
    Paint{".unsaid", "stroke", "ink"},     Paint{".rebuild", "fill", "rebuild"},
    Paint{".calm", "fill", "calm"},
};

// Hollow marks are filled with paper, so that no line shows through.
constexpr std::string_view shapes =
    ".hinge-timeline{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica "
    "Neue\",sans-serif;font-size:11px;font-variant-numeric:tabular-nums;max-width:100%;height:auto}"
    ".hinge-timeline .title{font-size:14px;font-weight:600}"
    ".hinge-timeline .line{fill:none;stroke-width:1.5;stroke-linejoin:round}"
    ".hinge-timeline .grid,.hinge-timeline .axis{stroke-width:1}"
    ".hinge-timeline .light,.hinge-timeline .soreness,.hinge-timeline .felt{stroke-width:1.5}"
    ".hinge-timeline .missed,.hinge-timeline .pain-stem,.hinge-timeline .unsaid{stroke-width:1.5}"
    ".hinge-timeline .limits{fill:none;stroke-width:1}"
    ".hinge-timeline .halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}";

std::string variables(bool dark) {
  std::string text = ".hinge-timeline{";
  for (const Colour& colour : colours) {
    text += fmt::format("--hinge-{}:{};", colour.name, dark ? colour.dark : colour.light);
  }
  text.back() = '}';
  return text;
}

std::string_view light_value(std::string_view name) {
  for (const Colour& colour : colours) {
    if (colour.name == name) return colour.light;
  }
  return {};
}

}  // namespace

std::string svg_style() {
  std::string text = variables(false);
  text += "@media (prefers-color-scheme:dark){" + variables(true) + "}";
  text += "@media print{" + variables(false) + "}";
  text += shapes;
  for (const Paint& paint : paints) {
    // The plain colour is for viewers without custom properties.
    text += fmt::format(".hinge-timeline {}{{{}:{};{}:var(--hinge-{})}}", paint.where,
                        paint.property, light_value(paint.colour), paint.property, paint.colour);
  }
  return text + ".hinge-timeline .hollow{fill:#ffffff;fill:var(--hinge-paper)}";
}

}  // namespace hinge::report
