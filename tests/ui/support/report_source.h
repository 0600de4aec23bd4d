#pragma once

#include "ui/report/exports.h"

#include <memory>

namespace trestle::testing {

/// What a report of a plan is written from.
inline ExportSource reportSource(const Plan& plan, const Risk& risk, const ExportStamp& stamp,
                                 Audience audience = Audience::internal)
{
    ExportSource source;
    source.plan = std::make_shared<const Plan>(plan);
    source.risk = std::make_shared<const Risk>(risk);
    source.stamp = stamp;
    source.audience = audience;
    return source;
}

/// The internal report on A4.
inline QByteArray reportPdf(const Plan& plan, const Risk& risk, const ExportStamp& stamp,
                            const ComparisonWords* changes = nullptr, const RegisterWorth* worth = nullptr)
{
    return trestle::reportPdf(reportSource(plan, risk, stamp), changes, worth);
}

} // namespace trestle::testing
