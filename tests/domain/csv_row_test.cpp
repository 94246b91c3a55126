#include "domain/csv_row.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <utility>

namespace hinge {
namespace {

using namespace std::chrono_literals;

std::string text_of(CsvRow& row) { return std::move(row).finished(); }

TEST_CASE("a cell is quoted where it would not read back as it is, and nowhere else") {
  const auto [value, cell] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"back sore", "back sore"},
      {" sore", "\" sore\""},
      {"sore ", "\"sore \""},
      {" ", "\" \""},
      {"a,b", "\"a,b\""},
      {"a;b", "\"a;b\""},
      {"a\tb", "\"a\tb\""},
      {"a\rb", "\"a\rb\""},
      {"a\nb", "\"a\nb\""},
      {"a \"b\"", "\"a \"\"b\"\"\""},
  }));
  CAPTURE(value);
  CHECK(csv_cell(value) == cell);
}

TEST_CASE("cells stand between commas, the unknown ones empty") {
  CHECK(text_of(CsvRow{}.empty(2).cell("a").empty(1).cell(7).yes_or_no(false)) == ",,a,,7,no\n");
  CHECK(text_of(CsvRow{}.cell("").cell("")) == ",\n");
  CHECK(text_of(CsvRow{}.weight({225_lb, Unit::lb})) == "102.06,225,lb\n");  // 102.058…
  CHECK(text_of(CsvRow{}.score(Score::halves(7)).score({}).yes_or_no(true)) == "3.5,,yes\n");
}

TEST_CASE("minutes are hours to the nearest hundredth, without the zeros at the end") {
  const auto [time, hours] = GENERATE(table<std::chrono::minutes, std::string>({
      {0min, "0"},
      {1min, "0.02"},  // 0.01666…
      {2min, "0.03"},  // 0.03333…
      {5min, "0.08"},  // 0.08333…
      {6min, "0.1"},
      {15min, "0.25"},
      {59min, "0.98"},  // 0.98333…
      {60min, "1"},
      {63min, "1.05"},
      {90min, "1.5"},
      {24h, "24"},
      {36h + 20min, "36.33"},
      {100h + 55min, "100.92"},  // 100.91666…
  }));
  CAPTURE(hours);
  CHECK(csv_hours(time) == hours);
}

}  // namespace
}  // namespace hinge
