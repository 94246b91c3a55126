#include "report/timeline.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/lives.hpp"
#include "report/markup.hpp"
#include "report/timeline_labels.hpp"
#include "report/timeline_scale.hpp"

using namespace hinge;
using namespace hinge::report;
using namespace std::chrono_literals;
using test::day;
using test::Log;

namespace {

Timeline timeline_of_log(const Log& log, int first, int last, std::string title = "Deadlift") {
  const Policies policies{linear_policy()};
  TimelineRequest request;
  request.title = std::move(title);
  request.lift = "deadlift";
  request.first = day(first);
  request.last = day(last);
  return timeline_of(log.history(), policies, replay(log.history(), policies, day(last)), request);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Overload, deload, back up; then pain that keeps from daily life, and calm until it is quiet.
Log hard_times() {
  Log log;
  log.lift(0, 100_kg).feel(2, test::ache(3).lasted(48h));
  log.lift(4, 90_kg).fine(5).lift(7, 95_kg).fine(8).lift(11, 100_kg).fine(12);
  log.miss(14, 105_kg).feel(15, test::soreness(4).lasted(24h));
  log.lift(18, 105_kg).feel(19, test::sharp(7).limits(3).lasted(24h));
  return log.fine(22).fine(24).lift(25, 52.5_kg);
}

/// Every number of the attributes that `names` lists.
std::vector<double> numbers_of(const std::string& text, std::initializer_list<const char*> names) {
  std::vector<double> numbers;
  for (const std::string name : names) {
    const std::string key = " " + name + "=\"";
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
      numbers.push_back(std::strtod(text.c_str() + at + key.size(), nullptr));
    }
  }
  return numbers;
}

/// x and y of all `points`, in turns.
std::vector<double> polygon_numbers(const std::string& text, std::size_t from) {
  std::vector<double> numbers;
  const std::string key = " points=\"";
  for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    const char* rest = text.c_str() + at + key.size();
    for (std::size_t index = 0; *rest != '"'; ++index) {
      char* stopped = nullptr;
      const double number = std::strtod(rest, &stopped);
      if (index % 2 == from) numbers.push_back(number);
      rest = *stopped == '"' ? stopped : stopped + 1;
    }
  }
  return numbers;
}

/// Both coordinates of everything drawn lie on the paper.
bool is_inside(const std::string& picture) {
  const auto box = picture.find("viewBox=\"0 0 720 ") + 17;
  const double height = std::strtod(picture.c_str() + box, nullptr);
  const auto within = [](const std::vector<double>& numbers, double most) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [most](double number) { return number >= 0 && number <= most; });
  };
  return height > 0 && within(numbers_of(picture, {"x", "x1", "x2", "cx"}), 720) &&
         within(numbers_of(picture, {"y", "y1", "y2", "cy"}), height) &&
         within(polygon_numbers(picture, 0), 720) && within(polygon_numbers(picture, 1), height);
}

}  // namespace

TEST_CASE("days and values stand where a ruler would put them") {
  CHECK(share_of(0, 10, 630) == 0);
  CHECK(share_of(5, 10, 630) == 315);
  CHECK(share_of(10, 10, 630) == 630);
  CHECK(share_of(1, 3, 100) == 33);
  CHECK(share_of(2, 3, 100) == 67);
  CHECK(share_of(1, 2, 1) == 1);  // half up
}

TEST_CASE("a load axis has round steps, and at least ten units") {
  CHECK(value_scale(100'000, 145'000, 5) == ValueScale{100'000, 150'000, 10'000});
  CHECK(value_scale(100'000, 151'000, 5) == ValueScale{100'000, 160'000, 20'000});
  CHECK(value_scale(100'000, 100'000, 5) == ValueScale{95'000, 105'000, 5'000});
  CHECK(value_scale(0, 0, 5) == ValueScale{0, 10'000, 2'000});
}

TEST_CASE("a time axis has the closest labels that fit") {
  const auto labels = [](Date first, Date last) {
    std::string text;
    for (const TimeTick& tick : time_ticks(first, last, 8)) {
      text += (text.empty() ? "" : " | ") + tick.label;
      if (!tick.year.empty()) text += " " + tick.year;
    }
    return text;
  };
  const Date monday = std::chrono::year{2026} / 11 / 16;
  using std::chrono::days;
  CHECK(labels(monday, monday) == "16 Nov 2026");
  CHECK(labels(monday, monday + days{7}) ==
        "16 Nov 2026 | 17 Nov | 18 Nov | 19 Nov | 20 Nov | 21 Nov | 22 Nov | 23 Nov");
  CHECK(labels(monday + days{1}, monday + days{29}) == "23 Nov 2026 | 30 Nov | 7 Dec | 14 Dec");
  CHECK(labels(monday, monday + days{56}) ==
        "16 Nov 2026 | 30 Nov | 14 Dec | 28 Dec | 11 Jan 2027");
  CHECK(labels(monday, monday + days{200}) == "Dec 2026 | Jan 2027 | Feb | Mar | Apr | May | Jun");
  CHECK(labels(monday, monday + days{600}) == "Jan 2027 | Apr | Jul | Oct | Jan 2028 | Apr | Jul");
  CHECK(labels(std::chrono::year{1900} / 1 / 1, monday) ==
        "1904 | 1920 | 1936 | 1952 | 1968 | 1984 | 2000 | 2016");
}

TEST_CASE("labels stand where nothing else does, or not at all") {
  LabelRoom room{{0, 0, 1000, 1000}};
  CHECK(room.place("100", 500, 500) == 500);
  CHECK_FALSE(room.place("100", 600, 500));  // three columns of 6.6
  CHECK(room.place("100", 699, 500) == 699);
  CHECK(room.place("100", 0, 200) == 99);  // moved in from the edge
  CHECK_FALSE(room.place("100", 500, 50));
  room.take({400, 700, 600, 900});
  CHECK_FALSE(room.place("100", 500, 850));
  CHECK(shortened("abcdef", 6) == "abcdef");
  CHECK(shortened("abcdefg", 6) == "abcde…");
  CHECK(shortened("ééééééé", 6) == "ééééé…");
}

TEST_CASE("the phases of a timeline begin and end on the days that next says so") {
  const Timeline timeline = timeline_of_log(hard_times(), 0, 27);
  REQUIRE(timeline.phases.size() == 3);
  // 48 h of ache, reported on day 2; 95 % of 100 kg on day 7 is not all the way back.
  CHECK(timeline.phases[0] == PhaseSpan{Phase::rebuild, day(2), day(10)});
  CHECK(timeline.phases[1] == PhaseSpan{Phase::calm, day(19), day(23)});
  CHECK(timeline.phases[2] == PhaseSpan{Phase::rebuild, day(24), day(27)});
}

TEST_CASE("another lift's day begins calm too: it is one back") {
  Log log;
  log.lift(0, 100_kg).fine(1).lift(2, 60_kg, 5, 3, "romanian");
  log.feel(3, test::sharp(7).limits(3).lasted(24h));
  const Timeline timeline = timeline_of_log(log, 0, 5);
  REQUIRE(timeline.phases.size() == 1);
  CHECK(timeline.phases[0] == PhaseSpan{Phase::calm, day(3), day(5)});
}

TEST_CASE("a range cuts the timeline, and not what is known") {
  const Timeline timeline = timeline_of_log(hard_times(), 5, 20);
  CHECK(timeline.points.size() == 4);
  CHECK(timeline.checkins.size() == 5);
  CHECK(timeline.phases.front() == PhaseSpan{Phase::rebuild, day(5), day(10)});
}

TEST_CASE("every mark says in words what it shows") {
  const Timeline timeline = timeline_of_log(hard_times(), 0, 25);
  CHECK(words(timeline.points[0]) == "Mon 5 Jan 2026: 3 sets of 5 at 100 kg");
  CHECK(words(timeline.points[1]) ==
        "Fri 9 Jan 2026: 3 sets of 5 at 90 kg, suggested: deload 10 %");
  CHECK(words(timeline.points[4]) ==
        "Mon 19 Jan 2026: 3 sets of 4 at 105 kg, a rep missed, suggested: progress");
  CHECK(words(timeline.points.back()) ==
        "Fri 30 Jan 2026: 3 sets of 5 at 52.5 kg, suggested: rebuild, no check-in");
  CHECK(words(timeline.checkins[0]) == "Wed 7 Jan 2026: ache 3/10 for 48 h");
  CHECK(words(timeline.checkins[5]) ==
        "Sat 24 Jan 2026: sharp 7/10 for 24 h, could not do normal things, or was woken by it");
  CHECK(words(timeline.phases[1]) == "Calm: Sat 24 Jan 2026 to Wed 28 Jan 2026");
  CHECK(description(timeline) ==
        "7 sessions from Mon 5 Jan 2026 to Fri 30 Jan 2026. Load from 52.5 kg to 105 kg. 1 deload. "
        "8 check-ins, 2 with pain, 7/10 at most. 1 session without a check-in.");
}

TEST_CASE("a picture draws loads and peaks to scale") {
  Log log;
  log.lift(0, 100_kg).feel(1, test::ache(5).lasted(2h)).lift(9, 150_kg);
  const std::string picture = svg(timeline_of_log(log, 0, 9));
  // Ten days on 630 units: the middles of the first and the last are 31.5 from the edges. 100 to
  // 150 kg on 130 units from y = 60 on.
  CHECK(has(picture, R"(<circle class="done" cx="109.5" cy="190")"));
  CHECK(has(picture, R"(<circle class="done" cx="676.5" cy="60")"));
  CHECK(has(picture, R"(<polyline class="line" points="109.5,190 676.5,60"/>)"));
  // 5/10 is half of 70, on day 2.
  CHECK(has(picture, R"(<circle class="pain" cx="172.5" cy="263")"));
  // Two hours of 240 are 5.25 units, from the middle of the first day on.
  CHECK(has(picture, R"(<rect class="pain" x="109.5")"));
  CHECK(has(picture, "no check-in"));
}

TEST_CASE("a picture of estimated singles or of volume is to scale too") {
  Log log;
  log.lift(0, 100_kg).lift(9, 150_kg);  // three sets of five
  const Timeline timeline = timeline_of_log(log, 0, 9);
  // Epley: 100 and 150 kg times 35/30, on an axis from 100 to 180 kg.
  const std::string singles = svg(timeline, {true, "e", true, Measure::e1rm});
  CHECK(has(singles, ">Estimated single (e1RM), kg</text>"));
  CHECK(has(singles, R"(points="109.5,162.9 676.5,68.1"/>)"));
  CHECK(has(singles, ", estimated single 117 kg</title>"));
  CHECK(has(singles, "Estimated single from 117 to 175 kg."));
  // 1,500 and 2,250 kg, on an axis from 0 to 2,500 kg.
  const std::string volume = svg(timeline, {true, "v", true, Measure::volume});
  CHECK(has(volume, ">Volume, kg × reps</text>"));
  CHECK(has(volume, R"(points="109.5,112 676.5,73"/>)"));
  CHECK(has(volume, ", volume 2250 kg × reps</title>"));
}

TEST_CASE("a session that no estimate can be made of is a cross on the floor") {
  Log log;
  log.lift(0, 100_kg).session(9, std::vector<Set>{{{60_kg, Unit::kg}, 15, false, {}, {}}});
  const std::string singles = svg(timeline_of_log(log, 0, 9), {true, "e", true, Measure::e1rm});
  CHECK(has(singles, R"(points="109.5,)"));
  CHECK_FALSE(has(singles, " 676.5,"));
  CHECK(has(singles, ">no set that says it</text>"));
  CHECK(has(singles, ", no set that says the single"));
}

TEST_CASE("a deload differs by its shape, and so do pain and soreness") {
  const std::string picture = svg(timeline_of_log(hard_times(), 0, 25));
  CHECK(has(picture, R"(<polygon class="deload")"));
  CHECK(has(picture, R"(<circle class="pain")"));
  CHECK(has(picture, R"(<rect class="soreness hollow")"));
  CHECK(has(picture, R"(<rect class="calm")"));
}

TEST_CASE("an embedded picture leaves the style to its page") {
  const Timeline timeline = timeline_of_log(hard_times(), 0, 25);
  const std::string embedded = svg(timeline, {false, "anna-1"});
  CHECK(embedded.rfind("<svg ", 0) == 0);
  CHECK_FALSE(has(embedded, "<style>"));
  CHECK(has(embedded, R"(aria-labelledby="anna-1-title anna-1-desc")"));
  CHECK(has(svg(timeline), "<style>" + svg_style()));
}

TEST_CASE("a picture without the back has its loads, and says nothing of check-ins") {
  const Timeline timeline = timeline_of_log(hard_times(), 0, 25);
  const std::string loads = svg(timeline, {false, "anna-2", false});
  CHECK(has(loads, R"(<polygon class="deload")"));
  CHECK(has(loads, "Load from 52.5 kg to 105 kg. 1 deload.</desc>"));
  CHECK_FALSE(has(loads, "Felt"));
  CHECK_FALSE(has(loads, "soreness"));
  CHECK_FALSE(has(loads, R"(class="pain")"));
}

TEST_CASE("hostile text stays text") {
  CHECK(escaped_for_markup("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(escaped_for_markup("\x1b[31m\u202e\n") == "\\u001b[31m\\u202e\\n");
  CHECK(escaped_for_markup("\xEF\xBF\xBE🏋\xff") == "\\ufffe🏋\\xff");
}

TEST_CASE("whatever the log, the picture is XML and stays on its paper") {
  const auto folder =
      std::filesystem::temp_directory_path() /
      ("hinge-svg-" + std::to_string(reinterpret_cast<std::uintptr_t>(&numbers_of)));
  std::filesystem::create_directories(folder);
  int number = 0;
  const auto keep = [&](const std::string& picture) {
    std::ofstream{folder / (std::to_string(++number) + ".svg")} << picture;
  };
  const std::string hostile =
      "</title><script>alert(1)</script>\u202e\x1b[2J🏋️ ]]> & \"'\n\xEF\xBF\xBF";
  keep(svg(timeline_of_log(hard_times(), 0, 25, hostile)));
  keep(svg(timeline_of_log(Log{}, 0, 0, hostile + std::string(500, 'W'))));
  const bool held = rc::check("every coordinate is inside", [&](void) {
    const test::Lived lived = test::live(*test::any_life());
    const int first = *rc::gen::inRange(-3, lived.today + 1);
    const std::string picture = svg(timeline_of_log(lived.log, first, lived.today));
    keep(picture);
    RC_ASSERT(is_inside(picture));
    SvgOptions loads_alone;
    loads_alone.standalone = loads_alone.felt = false;
    RC_ASSERT(is_inside(svg(timeline_of_log(lived.log, first, lived.today), loads_alone)));
  });
  CHECK(held);
  const std::string command =
      "python3 " HINGE_SOURCE_DIR "/tests/report/well_formed.py " + folder.string();
  CHECK(std::system(command.c_str()) == 0);
  std::filesystem::remove_all(folder);
}

TEST_CASE("one exposure, three, thirty and five hundred") {
  for (const int count : {1, 3, 30, 500}) {
    Log log;
    for (int at = 0; at < count; ++at)
      log.lift(at * 3, 100_kg + 2.5_kg * (at % 7)).fine(at * 3 + 1);
    const std::string picture = svg(timeline_of_log(log, 0, count * 3));
    CHECK(is_inside(picture));
  }
}
