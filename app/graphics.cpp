#include "app/graphics.h"

#include "data/file_io.h"
#include "models/risk/simulation.h"
#include "models/version_comparison.h"
#include "ui/history/comparison_words.h"
#include "ui/report/exports.h"

#include <QGuiApplication>

#include <array>
#include <memory>
#include <string_view>

namespace trestle {

namespace {

/// Fonts need an application object. The one made here has no display and ends with the export.
class DrawingApplication {
public:
    DrawingApplication()
    {
        if (!QCoreApplication::instance())
            m_application = std::make_unique<QGuiApplication>(m_count, m_arguments.data());
    }

private:
    std::array<char, 8> m_name{"trestle"};
    std::array<char, 10> m_option{"-platform"};
    std::array<char, 10> m_platform{"offscreen"};
    std::array<char*, 4> m_arguments{m_name.data(), m_option.data(), m_platform.data(), nullptr};
    int m_count = 3;
    std::unique_ptr<QGuiApplication> m_application;
};

Result<QByteArray> drawReport(const Drawing& drawing, const Risk& risk)
{
    if (!drawing.changes)
        return reportPdf(drawing.plan, risk, drawing.stamp);
    const ChangesSince& changes = *drawing.changes;
    const auto comparison = compareVersions(drawing.plan.catalogue, changes.before, changes.now);
    if (!comparison)
        return std::unexpected(comparison.error());
    const ComparisonWords words = comparisonWords(*comparison, *drawing.plan.catalogue, changes.now.base,
                                                  versionName(changes.version), nameOfNow(changes.today));
    return reportPdf(drawing.plan, risk, drawing.stamp, &words);
}

Result<QByteArray> draw(const Drawing& drawing, const Risk& risk)
{
    switch (drawing.format) {
    case GraphicsFormat::svg: return ganttSvg(drawing.plan, risk, drawing.stamp);
    case GraphicsFormat::png: return ganttPng(drawing.plan, risk, drawing.stamp);
    case GraphicsFormat::pdf: return drawReport(drawing, risk);
    }
    return {};
}

} // namespace

Result<void> exportGraphics(const Drawing& drawing, const std::string& path)
{
    const Result<Risk> risk = simulate(drawing.plan);
    if (!risk)
        return std::unexpected(risk.error());
    const DrawingApplication application;
    const Result<QByteArray> bytes = draw(drawing, *risk);
    if (!bytes)
        return std::unexpected(bytes.error());
    return writeFileAtomically(path, std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())));
}

} // namespace trestle
