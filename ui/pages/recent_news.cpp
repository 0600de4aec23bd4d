#include "ui/pages/recent_news.h"

#include "data/plan_file/plan_file.h"
#include "ui/base/format.h"
#include "ui/summary/summary_text.h"

#include <QFileInfo>

namespace trestle {

namespace {

RecentNews newsOf(const RecentPlan& remembered)
{
    RecentNews news{RecentNews::Kind::Unreadable, remembered};
    if (!QFileInfo::exists(remembered.path)) {
        news.kind = RecentNews::Kind::Gone;
        return news;
    }
    const auto file = PlanFile::open(format::utf8(remembered.path), OpenMode::readOnly);
    if (!file)
        return news;
    const Inputs& inputs = file->document().project.base;
    const auto plan = makePlan(file->document().catalogue.catalogue, inputs);
    if (!plan)
        return news;
    const auto risk = simulate(*plan);
    if (!risk)
        return news;
    news.kind = RecentNews::Kind::Current;
    news.plan.name = format::text(inputs.name);
    news.plan.headline = headlineInList(*plan, &*risk);
    return news;
}

} // namespace

QList<RecentNews> newsOf(const QList<RecentPlan>& plans)
{
    QList<RecentNews> all;
    for (const RecentPlan& plan : plans)
        all += newsOf(plan);
    return all;
}

} // namespace trestle
