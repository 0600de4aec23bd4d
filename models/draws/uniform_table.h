#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace trestle {

/// A smooth function on [first, last], kept at evenly spaced points and read by cubic interpolation through the four
/// nearest. Outside, the value at the end.
class UniformTable {
public:
    template <class Function>
    UniformTable(double first, double last, std::size_t cells, Function function)
        : m_first(first), m_last(last), m_perUnit(static_cast<double>(cells) / (last - first)), m_cells(cells)
    {
        m_values.reserve(cells + 1);
        for (std::size_t i = 0; i <= cells; ++i)
            m_values.push_back(function(first + (last - first) * static_cast<double>(i) / static_cast<double>(cells)));
    }

    double operator()(double x) const
    {
        const double at = (std::clamp(x, m_first, m_last) - m_first) * m_perUnit;
        const std::size_t cell = std::clamp<std::size_t>(static_cast<std::size_t>(at), 1, m_cells - 2);
        const double t = at - static_cast<double>(cell);
        const double* y = m_values.data() + cell;
        const double a = t + 1.0;
        const double b = t - 1.0;
        const double c = t - 2.0;
        return (y[-1] * t * b * c * -1.0 + y[2] * a * t * b) / 6.0 + (y[0] * a * b * c - y[1] * a * t * c) / 2.0;
    }

private:
    double m_first;
    double m_last;
    double m_perUnit;
    std::size_t m_cells;
    std::vector<double> m_values;
};

} // namespace trestle
