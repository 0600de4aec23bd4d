#include "ui/pictures/chart_actions.h"

#include "ui/base/format.h"
#include "ui/pictures/chart_home.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QFile>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QUrl>

#include <utility>

namespace trestle {

namespace {

constexpr int kTakenScale = 2; // sharp on fine screens and on paper
constexpr int kSeenWidth = 240;

void dragBySystem(QWidget& from, std::unique_ptr<QMimeData> data, const QPixmap& seen)
{
    auto* drag = new QDrag(&from); // deleted by Qt
    drag->setMimeData(data.release());
    drag->setPixmap(seen);
    drag->exec(Qt::CopyAction);
}

/// A file's name on any system: "Ledgerly, Cash at the end of each month".
QString fileStem(const QString& name, const QString& subject)
{
    constexpr qsizetype kMostLetters = 80;
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f\\x7f]"));
    const QString whole = subject.isEmpty() ? name : name.isEmpty() ? subject : name + QStringLiteral(", ") + subject;
    const QString stem = format::raw(format::utf8(whole)).replace(forbidden, QStringLiteral("-")).left(kMostLetters);
    return stem.trimmed().isEmpty() ? QStringLiteral("chart") : stem.trimmed();
}

/// The picture for any program that takes one.
std::unique_ptr<QMimeData> dataOf(const ChartPicture& picture)
{
    auto data = std::make_unique<QMimeData>();
    data->setImageData(picture.image(kTakenScale));
    data->setData(QStringLiteral("image/svg+xml"), picture.svg());
    return data;
}

} // namespace

ChartActions::ChartActions(QWidget& chart, ChartOffer offer)
    : QObject(&chart), m_chart(chart), m_offer(std::move(offer)), m_drag(dragBySystem)
{
    setObjectName(QStringLiteral("chartActions"));
    chart.installEventFilter(this);
}

ChartActions::~ChartActions() = default;

ChartActions* ChartActions::current(QWidget& window)
{
    const auto usable = [](const QWidget& chart) -> ChartActions* {
        auto* actions = chart.findChild<ChartActions*>(QString(), Qt::FindDirectChildrenOnly);
        return actions && actions->isThere() ? actions : nullptr;
    };
    for (const QWidget* focused = window.focusWidget(); focused; focused = focused->parentWidget())
        if (ChartActions* actions = usable(*focused))
            return actions;
    for (ChartActions* actions : window.findChildren<ChartActions*>())
        if (actions->m_chart.isVisible() && !actions->m_chart.visibleRegion().isEmpty() && actions->isThere())
            return actions;
    return nullptr;
}

bool ChartActions::isThere() const
{
    return !m_offer.isThere || m_offer.isThere();
}

bool ChartActions::canSave() const
{
    return isThere() && ChartHome::of(m_chart);
}

QString ChartActions::table() const
{
    return m_offer.table && isThere() ? m_offer.table() : QString();
}

QString ChartActions::subject() const
{
    return m_offer.subject ? m_offer.subject() : QString();
}

ChartPicture ChartActions::picture() const
{
    const ChartHome* home = ChartHome::of(m_chart);
    ChartPicture picture = home ? home->frame() : ChartPicture();
    picture.palette = lightPalette();
    picture.subject = subject();
    if (picture.name.isEmpty())
        std::swap(picture.name, picture.subject);
    picture.description = m_chart.accessibleDescription();
    picture.chart = m_offer.size();
    picture.paintChart = m_offer.paint;
    return picture;
}

void ChartActions::copyPicture()
{
    if (isThere())
        QGuiApplication::clipboard()->setMimeData(dataOf(picture()).release());
}

void ChartActions::copyTable()
{
    if (const QString text = table(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(format::raw(format::utf8(text)));
}

void ChartActions::savePicture()
{
    if (canSave())
        ChartHome::of(m_chart)->save(subject(), picture());
}

void ChartActions::fill(QMenu& menu)
{
    const auto add = [&](const char* name, const QString& text, void (ChartActions::*run)()) {
        menu.addAction(text, this, run)->setObjectName(QString::fromLatin1(name));
    };
    add("chartCopyPicture", tr("Copy as &picture"), &ChartActions::copyPicture);
    if (!table().isEmpty())
        add("chartCopyTable", tr("&Copy as table"), &ChartActions::copyTable);
    if (canSave())
        add("chartSavePicture", tr("&Save picture…"), &ChartActions::savePicture);
}

std::unique_ptr<QMimeData> ChartActions::dragged()
{
    const ChartPicture taken = picture();
    std::unique_ptr<QMimeData> data = dataOf(taken);
    if (!m_files)
        m_files = std::make_unique<QTemporaryDir>();
    QFile file(m_files->filePath(fileStem(taken.name, taken.subject) + QStringLiteral(".png")));
    if (m_files->isValid() && file.open(QIODevice::WriteOnly) && file.write(taken.png(kTakenScale)) > 0)
        data->setUrls({QUrl::fromLocalFile(file.fileName())});
    return data;
}

bool ChartActions::press(const QMouseEvent& event)
{
    m_pressed.reset();
    const QPoint place = event.position().toPoint();
    if (event.button() == Qt::LeftButton && isThere() && (!m_offer.dragsFrom || m_offer.dragsFrom(place)))
        m_pressed = place;
    return false; // a click is the chart's
}

bool ChartActions::move(const QMouseEvent& event)
{
    if (!m_pressed || !(event.buttons() & Qt::LeftButton))
        return false;
    if ((event.position().toPoint() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return false;
    m_pressed.reset();
    std::unique_ptr<QMimeData> data = dragged();
    const QPixmap seen = QPixmap::fromImage(
        qvariant_cast<QImage>(data->imageData()).scaledToWidth(kSeenWidth, Qt::SmoothTransformation));
    m_drag(m_chart, std::move(data), seen);
    return true;
}

bool ChartActions::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseMove: return move(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseButtonRelease: m_pressed.reset(); return false;
    case QEvent::ContextMenu:
        if (!m_offer.hasMenu)
            return false;
        if (isThere()) {
            QMenu menu(&m_chart);
            menu.setObjectName(m_chart.objectName() + QStringLiteral("Menu"));
            fill(menu);
            menu.exec(static_cast<const QContextMenuEvent*>(event)->globalPos());
        }
        event->accept();
        return true;
    case QEvent::ShortcutOverride: // Ctrl+C is the chart's own while it has the focus
        if (!static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy) || table().isEmpty())
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        if (!static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy) || table().isEmpty())
            return false;
        copyTable();
        return true;
    default: return QObject::eventFilter(watched, event);
    }
}

} // namespace trestle
