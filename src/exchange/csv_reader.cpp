#include "exchange/csv_reader.hpp"

#include <algorithm>
#include <istream>

#include "domain/text.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;
constexpr int nothing = -1;

[[noreturn]] void refuse(std::size_t line, const std::string& what, const std::string& hint = {}) {
  throw Error(ErrorKind::bad_data, "line " + std::to_string(line) + ": " + what, hint);
}

struct Lookalike {
  std::string_view head;
  std::string_view what;
};

// How files begin that people try to import, and that hold no rows.
constexpr std::array<Lookalike, 8> lookalikes{{
    {"\xFF\xFE", "text in UTF-16"},
    {"\xFE\xFF", "text in UTF-16"},
    {"SQLite format 3", "an SQLite database (a backup, not an export)"},
    {"PK\x03\x04", "a ZIP archive or an Excel workbook"},
    {"%PDF", "a PDF"},
    {"{", "JSON"},
    {"<", "XML or a web page"},
    {"\x1F\x8B", "a compressed file"},
}};

}  // namespace

CsvReader::CsvReader(std::istream& in) : in_(in) { open_file(); }

void CsvReader::open_file() {
  fill();
  std::string_view head(block_.data(), block_.size());
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (head.starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
    head.remove_prefix(at_);
  }
  for (const Lookalike& other : lookalikes) {
    if (head.starts_with(other.head)) {
      refuse(1, "this is " + std::string(other.what) + ", not CSV",
             "save or export it as CSV UTF-8");
    }
  }
  take_separator_line();
  delimiter_ = delimiter_of_first_line();
}

// Excel writes `sep=;` before the header, for itself.
void CsvReader::take_separator_line() {
  const std::string_view head(block_.data() + at_, block_.size() - at_);
  if (!head.starts_with("sep=") || head.size() < 6) return;
  at_ += 5;
  take_newline();
}

char CsvReader::delimiter_of_first_line() const {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> seen{};
  bool quoted = false;
  for (std::size_t i = at_; i < block_.size(); ++i) {
    const char c = block_[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    const std::size_t which = candidates.find(c);
    if (which != std::string_view::npos) ++seen.at(which);
  }
  const auto* const most = std::max_element(seen.begin(), seen.end());
  return candidates[static_cast<std::size_t>(most - seen.begin())];
}

void CsvReader::fill() {
  block_.resize(block_size);
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  if (in_.bad()) throw Error(ErrorKind::bad_data, "the file could not be read to its end");
  block_.resize(static_cast<std::size_t>(in_.gcount()));
  at_ = 0;
}

int CsvReader::peek() {
  if (at_ == block_.size() && in_) fill();
  return at_ == block_.size() ? nothing : static_cast<unsigned char>(block_[at_]);
}

int CsvReader::take() {
  const int byte = peek();
  if (byte != nothing) ++at_;
  return byte;
}

bool CsvReader::take_newline() {
  const int byte = peek();
  if (byte != '\n' && byte != '\r') return false;
  take();
  if (byte == '\r' && peek() == '\n') take();
  ++line_;
  return true;
}

void CsvReader::keep(std::string_view bytes) {
  const std::size_t start = ends_.empty() ? 0 : ends_.back();
  if (text_.size() + bytes.size() - start > longest_field) {
    refuse(row_.line, "a field of more than 64 KiB",
           "look for a quote that is opened there and never closed");
  }
  text_ += bytes;
}

CsvReader::End CsvReader::end_field() {
  ends_.push_back(text_.size());
  if (ends_.size() > most_columns) refuse(row_.line, "more than 64 columns");
  if (take_newline()) return End::row;
  return take() == nothing ? End::file : End::field;
}

bool CsvReader::at_end_of_field() {
  const int byte = peek();
  return byte == nothing || byte == '\n' || byte == '\r' ||
         byte == static_cast<unsigned char>(delimiter_);
}

CsvReader::End CsvReader::read_plain() {
  while (!at_end_of_field()) {
    const std::string_view rest(block_.data() + at_, block_.size() - at_);
    const auto ends_here = [this](char c) { return c == delimiter_ || c == '\n' || c == '\r'; };
    const auto* const end = std::find_if(rest.begin(), rest.end(), ends_here);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    keep(rest.substr(0, length));
    at_ += length;
  }
  return end_field();
}

// A quote closes the field only where the field can end: "he said "go" twice" is one field.
CsvReader::End CsvReader::read_quoted() {
  for (;;) {
    if (take_newline()) {
      keep("\n");
      continue;
    }
    const int byte = take();
    if (byte == nothing) {
      row_.quote_left_open = true;
      return end_field();
    }
    if (byte != '"') {
      const auto character = static_cast<char>(byte);
      keep({&character, 1});
    } else if (at_end_of_field()) {
      return end_field();
    } else {
      if (peek() == '"') take();
      keep("\"");
    }
  }
}

CsvReader::End CsvReader::read_field() {
  if (peek() != '"') return read_plain();
  take();
  return read_quoted();
}

CsvReader::End CsvReader::read_row() {
  text_.clear();
  ends_.clear();
  End end = End::field;
  while (end == End::field) end = read_field();
  std::size_t start = 0;
  for (const std::size_t stop : ends_) {
    row_.fields.push_back(std::string_view(text_).substr(start, stop - start));
    start = stop;
  }
  return end;
}

// Most rows by far: a line that lies whole in the block, with nothing to unquote or to fold. It is
// not copied.
bool CsvReader::read_plain_line() {
  const std::string_view rest(block_.data() + at_, block_.size() - at_);
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  constexpr auto none = std::string_view::npos;
  if (end == none || line.find('"') != none || line.find('\r') != none) return false;
  at_ += end + 1;
  ++line_;
  for (std::size_t stop = line.find(delimiter_); stop != none; stop = line.find(delimiter_)) {
    row_.fields.push_back(line.substr(0, stop));
    line.remove_prefix(stop + 1);
  }
  row_.fields.push_back(line);
  if (row_.fields.size() > most_columns) refuse(row_.line, "more than 64 columns");
  return true;
}

bool CsvReader::is_blank() const {
  return std::all_of(row_.fields.begin(), row_.fields.end(),
                     [](std::string_view field) { return field.empty(); });
}

// Field by field: a character cut in two by a delimiter is whole again in text_.
void CsvReader::check_row() const {
  for (std::size_t i = 0; i < row_.fields.size(); ++i) {
    const std::string_view field = row_.fields[i];
    if (const auto bad = first_bad_byte(field)) {
      refuse(row_.line,
             "field " + std::to_string(i + 1) + ", byte " + std::to_string(*bad + 1) +
                 (field[*bad] == '\0' ? ": a NUL byte" : ": not UTF-8"),
             "save or export the file as CSV UTF-8");
    }
  }
}

const CsvRow* CsvReader::next() {
  for (End end = End::row; end != End::file;) {
    if (peek() == nothing) return nullptr;
    row_.line = line_;
    row_.quote_left_open = false;
    row_.fields.clear();
    end = read_plain_line() ? End::row : read_row();
    if (is_blank()) continue;
    // All of the row at once, as nearly all rows are, before its fields one by one.
    const std::string_view last = row_.fields.back();
    const char* const first = row_.fields.front().data();
    const auto length = static_cast<std::size_t>(last.data() + last.size() - first);
    if (!is_plain_ascii({first, length})) check_row();
    return &row_;
  }
  return nullptr;
}

}  // namespace hinge::exchange
