#pragma once

#include <compare>
#include <concepts>
#include <limits>
#include <type_traits>

namespace trestle {

template <class T>
concept PlainNumber = std::is_arithmetic_v<T>;
template <class Unit, class Than>
concept OtherUnit = !std::same_as<Unit, Than>;

/// A double that knows its unit. Plain numbers and quantities turn into each other, so arithmetic reads as with
/// doubles: sums, and products with plain numbers, keep the unit; products and ratios of quantities are plain numbers.
/// Quantities of two units do not mix: they do not add or compare, and neither is assigned or passed as the other.
template <class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    // NOLINTBEGIN(google-explicit-constructor): plain numbers and quantities turn into each other
    constexpr Quantity(double value) : m_value(value) {}
    template <OtherUnit<Unit> Other>
    Quantity(Quantity<Other>) = delete;
    [[nodiscard]] constexpr operator double() const { return m_value; }
    // NOLINTEND(google-explicit-constructor)

    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity& operator-=(Quantity other) { return *this = *this - other; }
    constexpr Quantity& operator*=(double factor) { return *this = *this * factor; }
    constexpr Quantity& operator/=(double divisor) { return *this = *this / divisor; }

    friend constexpr Quantity operator-(Quantity a) { return -a.m_value; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a.m_value + b.m_value; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a.m_value - b.m_value; }
    // Templates, since an exact match is preferred to the built-in operators.
    friend constexpr Quantity operator+(Quantity a, PlainNumber auto b) { return a.m_value + static_cast<double>(b); }
    friend constexpr Quantity operator+(PlainNumber auto a, Quantity b) { return static_cast<double>(a) + b.m_value; }
    friend constexpr Quantity operator-(Quantity a, PlainNumber auto b) { return a.m_value - static_cast<double>(b); }
    friend constexpr Quantity operator-(PlainNumber auto a, Quantity b) { return static_cast<double>(a) - b.m_value; }
    friend constexpr Quantity operator*(Quantity a, PlainNumber auto b) { return a.m_value * static_cast<double>(b); }
    friend constexpr Quantity operator*(PlainNumber auto a, Quantity b) { return static_cast<double>(a) * b.m_value; }
    friend constexpr Quantity operator/(Quantity a, PlainNumber auto b) { return a.m_value / static_cast<double>(b); }

private:
    double m_value = 0;
};

// Within a unit the built-in comparisons serve.
template <class A, OtherUnit<A> B>
bool operator==(Quantity<A>, Quantity<B>) = delete;
template <class A, OtherUnit<A> B>
std::partial_ordering operator<=>(Quantity<A>, Quantity<B>) = delete;
template <class A, OtherUnit<A> B>
Quantity<A> operator+(Quantity<A>, Quantity<B>) = delete;
template <class A, OtherUnit<A> B>
Quantity<A> operator-(Quantity<A>, Quantity<B>) = delete;

} // namespace trestle

/// Infinity and the like, as plain numbers.
template <class Unit>
struct std::numeric_limits<trestle::Quantity<Unit>> : std::numeric_limits<double> {};
