#include "ui/report/plan_exporter.h"

#include "data/exchange/csv.h"
#include "data/file_io.h"
#include "ui/format.h"
#include "ui/plan_document.h"
#include "ui/report/exports.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QStringList>
#include <QWidget>

#include <array>
#include <chrono>

namespace trestle {

namespace {

struct FormatText {
    PlanExport format;
    const char* name; ///< of the action
    const char* entry;
    const char* filter;
    const char* ending;
};

constexpr std::array kFormats{
    FormatText{PlanExport::Pdf, "exportPdf", QT_TRANSLATE_NOOP("PlanExporter", "Report as &PDF…"),
               QT_TRANSLATE_NOOP("PlanExporter", "PDF (*.pdf)"), ".pdf"},
    FormatText{PlanExport::Png, "exportPng", QT_TRANSLATE_NOOP("PlanExporter", "Gantt chart as P&NG…"),
               QT_TRANSLATE_NOOP("PlanExporter", "PNG (*.png)"), ".png"},
    FormatText{PlanExport::Svg, "exportSvg", QT_TRANSLATE_NOOP("PlanExporter", "Gantt chart as &SVG…"),
               QT_TRANSLATE_NOOP("PlanExporter", "SVG (*.svg)"), ".svg"},
    FormatText{PlanExport::Csv, "exportCsv", QT_TRANSLATE_NOOP("PlanExporter", "Table as &CSV…"),
               QT_TRANSLATE_NOOP("PlanExporter", "CSV (*.csv)"), ".csv"},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("PlanExporter", text);
}

const FormatText& textOf(PlanExport format)
{
    for (const FormatText& text : kFormats)
        if (text.format == format)
            return text;
    Q_UNREACHABLE();
}

QString lossText(const CsvLoss& loss)
{
    const QString count = format::number(static_cast<double>(loss.count), 0);
    switch (loss.kind) {
    case CsvLossKind::rounded: return tr("effort and weeks are rounded to %1 decimals").arg(count);
    case CsvLossKind::guarded: return tr("%1 texts that look like formulas begin with an apostrophe").arg(count);
    case CsvLossKind::links: return tr("%1 links are left out").arg(count);
    case CsvLossKind::teamDates: return tr("leave, first days and skills are left out");
    case CsvLossKind::daysOff: return tr("%1 days off are left out").arg(count);
    case CsvLossKind::notes: return tr("notes on the plan and on phases are left out");
    }
    return {};
}

struct Written {
    Result<void> result;
    QString note;
};

Written writeTable(const Plan& plan, const ExportStamp& stamp, const std::string& path)
{
    const CsvText table = writeCsv(plan, stamp, ',');
    QStringList notes;
    for (const CsvLoss& loss : table.losses)
        notes << lossText(loss);
    return {writeFileAtomically(path, table.text), notes.join(QStringLiteral("; "))};
}

Written writePlan(const Plan& plan, PlanExport format, const ExportStamp& stamp, const std::string& path)
{
    if (format == PlanExport::Csv)
        return writeTable(plan, stamp, path);
    const QByteArray bytes = format == PlanExport::Pdf   ? reportPdf(plan, stamp)
                             : format == PlanExport::Png ? ganttPng(plan, stamp)
                                                         : ganttSvg(plan, stamp);
    return {writeFileAtomically(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))), {}};
}

} // namespace

PlanExporter::PlanExporter(Needs needs, QWidget* window) : QObject(window), m_needs(std::move(needs)), m_window(window)
{
    setObjectName(QStringLiteral("planExporter"));
}

PlanExporter::~PlanExporter() = default;

void PlanExporter::fill(QMenu& menu)
{
    for (const FormatText& text : kFormats) {
        QAction* action = menu.addAction(trestle::tr(text.entry), this, [this, format = text.format] { ask(format); });
        action->setObjectName(QString::fromLatin1(text.name));
        m_actions << action;
    }
}

void PlanExporter::ask(PlanExport format)
{
    const PlanDocument* document = m_needs.document();
    if (!document)
        return;
    const FormatText& text = textOf(format);
    const QString ending = QString::fromLatin1(text.ending);
    const QFileInfo plan(document->filePath());
    QString path =
        m_needs.fileToWrite(m_window, tr("Export"), plan.absolutePath() + u'/' + plan.completeBaseName() + ending,
                            trestle::tr(text.filter));
    if (path.isEmpty())
        return;
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    write(format, QFileInfo(path).absoluteFilePath());
}

bool PlanExporter::write(PlanExport format, const QString& path)
{
    const PlanDocument* document = m_needs.document();
    if (m_busy || !document)
        return false;
    setBusy(true);
    const std::chrono::milliseconds now{m_needs.clock()};
    const ExportStamp stamp{document->activeScenario().toStdString(), std::chrono::sys_seconds{std::chrono::floor<std::chrono::seconds>(now)}};
    // The worker has a plan of its own; edits go on meanwhile.
    m_worker = std::jthread([this, plan = document->plan(), format, path, stamp] {
        const Written written = writePlan(plan, format, stamp, path.toStdString());
        QMetaObject::invokeMethod(
            this,
            [this, written, path] {
                setBusy(false);
                if (written.result)
                    Q_EMIT finished(path, written.note);
                else
                    Q_EMIT failed(written.result.error());
            },
            Qt::QueuedConnection);
    });
    return true;
}

void PlanExporter::setBusy(bool busy)
{
    m_busy = busy;
    for (QAction* action : m_actions)
        action->setEnabled(!busy);
}

} // namespace trestle
