#include "ui/base/wording_record.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

#include <cmath>

namespace trestle::wording {

QString againstPlanned(double logRatio)
{
    constexpr double kNothing = 0.005; // would read as 0 %
    const double more = std::exp(logRatio) - 1;
    if (std::abs(more) < kNothing)
        return tr("as long as planned");
    return (more > 0 ? tr("%1 longer than planned") : tr("%1 shorter than planned"))
        .arg(format::percent(std::abs(more)));
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
