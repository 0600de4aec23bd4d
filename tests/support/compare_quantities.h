#pragma once

#include "models/quantity.h"

#include <QTest>

/// QCOMPARE takes quantities as it takes doubles: nearly equal is equal, and a failure shows both numbers.
namespace QTest {

template <class Unit>
bool qCompare(const trestle::Quantity<Unit>& actual, const trestle::Quantity<Unit>& expected, const char* actualText,
              const char* expectedText, const char* file, int line)
{
    return qCompare(double{actual}, double{expected}, actualText, expectedText, file, line);
}

template <class Unit>
bool qCompare(const trestle::Quantity<Unit>& actual, const double& expected, const char* actualText,
              const char* expectedText, const char* file, int line)
{
    return qCompare(double{actual}, expected, actualText, expectedText, file, line);
}

template <class Unit>
bool qCompare(const double& actual, const trestle::Quantity<Unit>& expected, const char* actualText,
              const char* expectedText, const char* file, int line)
{
    return qCompare(actual, double{expected}, actualText, expectedText, file, line);
}

} // namespace QTest
