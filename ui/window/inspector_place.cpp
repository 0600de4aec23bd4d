#include "ui/window/inspector_place.h"

#include "ui/base/settings.h"
#include "ui/inspector/inspector.h"
#include "ui/summary/summary_card.h"
#include "ui/widgets/card.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

int withText(const QWidget& widget, int width)
{
    return static_cast<int>(width * SummaryCard::textScale(widget));
}

InspectorPlace::InspectorPlace(PlanDocument& document, Selection& selection, QSplitter& splitter, QWidget& whole,
                               QWidget& pages)
    : QObject(&whole), m_document(document), m_selection(selection), m_splitter(splitter), m_whole(whole),
      m_pages(pages)
{
    auto* room = new QWidget(&whole);
    room->setObjectName(QStringLiteral("inspectorRoom"));
    m_room = new QVBoxLayout(room);
    m_room->setContentsMargins(0, 0, 0, 0);
    m_card = Card::around(room, QStringLiteral("inspectorCard"), &splitter, Card::kTabsTop);
    m_card->setMinimumWidth(withText(whole, 250));
    splitter.addWidget(m_card);
}

bool InspectorPlace::isBesidePages() const
{
    return m_isDocked && m_card->isVisible();
}

void InspectorPlace::setShown(bool shown)
{
    (m_isNarrow ? m_wantedNarrow : m_wantedWide) = shown;
    place();
    if (shown && m_isNarrow)
        m_card->setFocus();
}

void InspectorPlace::follow(bool narrow)
{
    if (narrow != m_isNarrow) {
        m_isNarrow = narrow;
        m_wantedNarrow = false;
    }
    place();
}

void InspectorPlace::place()
{
    const bool shown = isShown();
    if (m_isDocked == m_isNarrow) {
        m_isDocked = !m_isNarrow;
        if (m_isDocked)
            m_splitter.addWidget(m_card);
        else
            m_card->setParent(&m_whole);
    }
    if (shown)
        ensureInspector();
    m_card->setVisible(shown);
    if (!m_isDocked)
        placeDrawer();
    Q_EMIT placed(shown);
}

void InspectorPlace::placeDrawer()
{
    const QRect pages = m_splitter.geometry();
    const int width = std::min(withText(m_whole, kWidth + 24), pages.width() / 2);
    // Below the tabs, so that its own button stays in reach.
    const int top = m_pages.mapTo(&m_whole, QPoint(0, 0)).y() + 8;
    m_card->setGeometry(pages.right() - width - 8, top, width, pages.bottom() - top - 8);
    m_card->raise();
}

void InspectorPlace::ensureInspector()
{
    if (m_inspector)
        return;
    m_inspector = new Inspector(m_document, m_selection, &m_whole);
    m_inspector->setObjectName(QStringLiteral("inspector"));
    connect(m_inspector, &Inspector::trialWanted, this, &InspectorPlace::trialWanted);
    connect(m_inspector, &Inspector::evidenceWanted, this, &InspectorPlace::evidenceWanted);
    m_room->addWidget(m_inspector);
}

void InspectorPlace::restore(const Settings& settings)
{
    m_wantedWide = settings.flag(keys::inspector, true);
}

void InspectorPlace::keep(Settings& settings) const
{
    settings.setFlag(keys::inspector, m_wantedWide);
}

} // namespace trestle
