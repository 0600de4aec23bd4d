#include "models/units.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

using namespace trestle;

namespace {

template <class A, class B>
concept Adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept Subtracts = requires(A a, B b) { a - b; };
template <class A, class B>
concept Equates = requires(A a, B b) { a == b; };
template <class A, class B>
concept Differs = requires(A a, B b) { a != b; };
template <class A, class B>
concept IsLess = requires(A a, B b) { a < b; };
template <class A, class B>
concept IsMore = requires(A a, B b) { a > b; };
template <class A, class B>
concept IsAtMost = requires(A a, B b) { a <= b; };
template <class A, class B>
concept IsAtLeast = requires(A a, B b) { a >= b; };
template <class A, class B>
concept Orders = requires(A a, B b) { a <=> b; };
template <class A, class B>
concept AddsTo = requires(A& a, B b) { a += b; };
template <class A, class B>
concept TakesFrom = requires(A& a, B b) { a -= b; };
template <class Parameter, class Argument>
concept IsPassedAs = requires(void (*call)(Parameter), Argument a) { call(a); };

template <class A, class B>
concept Compares =
    Equates<A, B> && Differs<A, B> && IsLess<A, B> && IsMore<A, B> && IsAtMost<A, B> && IsAtLeast<A, B> && Orders<A, B>;
template <class A, class B>
concept ComparesAnyhow =
    Equates<A, B> || Differs<A, B> || IsLess<A, B> || IsMore<A, B> || IsAtMost<A, B> || IsAtLeast<A, B> || Orders<A, B>;
template <class A, class B>
concept Mixes = Adds<A, B> && Subtracts<A, B> && AddsTo<A, B> && TakesFrom<A, B> && Compares<A, B> &&
                std::is_constructible_v<A, B> && std::is_convertible_v<B, A> && std::is_assignable_v<A&, B> &&
                IsPassedAs<A, B> && IsPassedAs<const A&, B>;
template <class A, class B>
concept MixesAnyhow = Adds<A, B> || Subtracts<A, B> || AddsTo<A, B> || TakesFrom<A, B> || ComparesAnyhow<A, B> ||
                      std::is_constructible_v<A, B> || std::is_convertible_v<B, A> || std::is_assignable_v<A&, B> ||
                      IsPassedAs<A, B> || IsPassedAs<const A&, B>;

static_assert(!MixesAnyhow<Weeks, PersonWeeks>);
static_assert(!MixesAnyhow<PersonWeeks, Weeks>);
static_assert(Mixes<Weeks, Weeks>);
static_assert(Mixes<PersonWeeks, PersonWeeks>);
static_assert(Mixes<Weeks, double>);
static_assert(Mixes<Weeks, int>);
static_assert(Mixes<PersonWeeks, std::size_t>);
static_assert(Mixes<double, Weeks>);

// Nor do rows of them.
static_assert(!std::is_convertible_v<std::vector<Weeks>, std::span<const PersonWeeks>>);
static_assert(std::is_convertible_v<std::vector<Weeks>, std::span<const Weeks>>);
static_assert(!std::is_convertible_v<PerCase<Weeks>, PerCase<PersonWeeks>>);

template <class Expected, class Actual>
constexpr bool is(const Actual&)
{
    return std::is_same_v<Expected, Actual>;
}

constexpr Weeks kWeeks = 3;
constexpr PersonWeeks kEffort = 6;

// Sums, and products with plain numbers, keep the unit.
static_assert(is<Weeks>(kWeeks + kWeeks) && is<Weeks>(kWeeks - kWeeks) && is<Weeks>(-kWeeks));
static_assert(is<Weeks>(kWeeks + 1) && is<Weeks>(1.0 + kWeeks) && is<Weeks>(kWeeks - 1.0F) && is<Weeks>(1U - kWeeks));
static_assert(is<PersonWeeks>(kEffort * 2.0) && is<PersonWeeks>(2 * kEffort) && is<PersonWeeks>(kEffort / 2));
// Ratios and products of quantities are plain numbers: a pace is one.
static_assert(is<double>(kWeeks / kWeeks) && is<double>(kEffort / kWeeks) && is<double>(kWeeks * kEffort));
static_assert(is<double>(1 / kWeeks));

// A quantity costs what a double costs.
static_assert(sizeof(Weeks) == sizeof(double) && alignof(Weeks) == alignof(double));
static_assert(std::is_trivially_copyable_v<Weeks> && std::is_trivially_destructible_v<Weeks>);
static_assert(std::is_standard_layout_v<Weeks>);

static_assert(kWeeks + 2 == 5 && 2 - kWeeks == -1 && kWeeks * 2 == 6 && 2 * kWeeks == 6 && kWeeks / 2 == 1.5);
static_assert(kEffort / kWeeks == 2 && kWeeks < 4 && 4.0 > kWeeks && kWeeks <= kWeeks && Weeks{} == 0);

} // namespace

/// Weeks and person-weeks calculate as doubles do, and do not mix. What must not compile is asserted above.
class TestUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changeInPlace();
    void limitsAreThoseOfNumbers();
    void notANumberComparesAsOne();
    void orderInPairs();
};

void TestUnits::changeInPlace()
{
    Weeks weeks = 10;
    weeks += 2;
    weeks -= Weeks{4};
    weeks *= 3;
    weeks /= 4;
    QCOMPARE(double{weeks}, 6.0);
    double number = 1;
    number += weeks;
    QCOMPARE(number, 7.0);
}

void TestUnits::limitsAreThoseOfNumbers()
{
    constexpr Weeks never = std::numeric_limits<Weeks>::infinity();
    QVERIFY(std::isinf(never) && never > 1e300);
    QCOMPARE(double{std::numeric_limits<PersonWeeks>::max()}, std::numeric_limits<double>::max());
}

void TestUnits::notANumberComparesAsOne()
{
    const Weeks none = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(none != none);
    QVERIFY(!(none < 1.0) && !(none >= 1.0) && !(1.0 < none));
}

void TestUnits::orderInPairs()
{
    const auto earlier = std::pair(Weeks{1}, 9);
    QVERIFY(earlier < std::pair(Weeks{2}, 0));
    QVERIFY(earlier < std::pair(Weeks{1}, 10));
}

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
