// What must not compile: a number without a unit is no load, a load no number, a day no load.
#include <concepts>
#include <type_traits>

#include "hinge/date.hpp"
#include "hinge/load.hpp"
#include "hinge/score.hpp"

namespace hinge {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept Multipliable = requires(A a, B b) {
  a* b;
};

// These do, so that the rest fails for the right reason.
static_assert(Addable<Load, Load>);
static_assert(Comparable<Load, Load>);
static_assert(Multipliable<Load, int>);
static_assert(Addable<Date, std::chrono::days>);
static_assert(Comparable<Score, int>);

static_assert(!std::is_convertible_v<double, Load>);
static_assert(!std::is_convertible_v<int, Load>);
static_assert(!std::is_constructible_v<Load, double>);
static_assert(!std::is_constructible_v<Load, int>);
static_assert(!std::is_constructible_v<Load, std::int64_t>);
static_assert(!std::is_convertible_v<Load, double>);
static_assert(!std::is_convertible_v<Load, std::int64_t>);
static_assert(!Addable<Load, int>);
static_assert(!Addable<int, Load>);
static_assert(!Addable<Load, double>);
static_assert(!Multipliable<Load, Load>);
static_assert(!Comparable<Load, int>);
static_assert(!Addable<Date, Load>);
static_assert(!Addable<Load, Date>);
static_assert(!Addable<Date, Date>);
static_assert(!Addable<Date, int>);
static_assert(!std::is_convertible_v<int, Date>);
static_assert(!Addable<Load, Score>);
static_assert(!Comparable<Load, Score>);
static_assert(!std::is_convertible_v<Load, Weight>);
static_assert(!std::equality_comparable_with<Weight, Load>);
static_assert(!Comparable<Weight, Weight>);  // which one is meant, the load or what was typed?

}  // namespace
}  // namespace hinge
