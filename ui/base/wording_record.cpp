#include "ui/base/wording_record.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <cmath>
#include <optional>

namespace trestle::wording {

namespace {

/// What would read as 0 % is nothing.
std::optional<double> partMore(double logRatio)
{
    const double more = std::exp(logRatio) - 1;
    return std::abs(more) < 0.005 ? std::nullopt : std::optional(more);
}

} // namespace

QString longerOrShorter(double logRatio)
{
    const auto part = partMore(logRatio);
    if (!part)
        return tr("as planned");
    return (*part > 0 ? tr("%1 longer") : tr("%1 shorter")).arg(format::percent(std::abs(*part)));
}

QString againstPlanned(double logRatio)
{
    const auto part = partMore(logRatio);
    if (!part)
        return tr("as long as planned");
    return (*part > 0 ? tr("%1 longer than planned") : tr("%1 shorter than planned"))
        .arg(format::percent(std::abs(*part)));
}

QString ownView(const OutsideView& view)
{
    return view.projects > 0 ? tr("Like past projects") : tr("Your own");
}

QString recordBasis(const OutsideView& view)
{
    const QString projects =
        view.projects == 1 ? tr("1 past project") : tr("%1 past projects").arg(format::number(view.projects, 0));
    return tr("%1, %2").arg(projects, againstPlanned(view.mean));
}

} // namespace trestle::wording
