#include "ui/scan/evidence_list.h"

#include "ui/base/wording_scan.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kSide = 8;
constexpr int kEdge = 4;
constexpr int kLeastWidth = 120;
constexpr std::size_t kFew = 3;
constexpr int kBetween = 2;

QFont fixedFont(const QFont& base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    const QFont size = scaledFont(base, TextSize::Small);
    if (size.pixelSize() > 0)
        font.setPixelSize(size.pixelSize());
    else
        font.setPointSizeF(size.pointSizeF());
    return font;
}

} // namespace

EvidenceButton::EvidenceButton(const Evidence& evidence, const std::string& by, QWidget* parent)
    : QAbstractButton(parent), m_evidence(evidence), m_place(wording::evidencePlace(evidence)),
      m_sentence(wording::evidenceSentence(evidence, by)), m_excerpt(wording::sourceLine(evidence.excerpt))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QStringList spoken{tr("Open %1").arg(m_place)};
    for (const QString& part : {m_sentence, m_excerpt})
        if (!part.isEmpty())
            spoken += part;
    setAccessibleName(spoken.join(QStringLiteral(": ")));
}

std::vector<EvidenceButton::Part> EvidenceButton::parts() const
{
    std::vector<Part> all{{m_place, scaledFont(font(), TextSize::Small, QFont::DemiBold), Qt::TextWrapAnywhere}};
    if (!m_sentence.isEmpty())
        all.push_back({m_sentence, scaledFont(font(), TextSize::Small), Qt::TextWordWrap});
    if (!m_excerpt.isEmpty())
        all.push_back({m_excerpt, fixedFont(font()), Qt::TextWrapAnywhere});
    return all;
}

int EvidenceButton::heightOf(const Part& part, int width)
{
    constexpr int kEndless = 100'000;
    return kBetween +
           QFontMetrics(part.font).boundingRect(QRect(0, 0, width, kEndless), part.breaks, part.text).height();
}

int EvidenceButton::heightForWidth(int width) const
{
    int height = 2 * kEdge;
    for (const Part& part : parts())
        height += heightOf(part, std::max(1, width - 2 * kSide));
    return height;
}

QSize EvidenceButton::sizeHint() const
{
    constexpr int kUsualWidth = 280;
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize EvidenceButton::minimumSizeHint() const
{
    return {kLeastWidth, QFontMetrics(font()).height() + 2 * kEdge};
}

void EvidenceButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool lit = underMouse() || isDown();
    if (lit || hasFocus())
        shapes::panel(painter, rect(), 4, roleColor(lit ? Role::SurfaceMuted : Role::Surface, palette()),
                      hasFocus() ? roleColor(Role::Accent, palette()) : QColor());
    QRect room = rect().adjusted(kSide, kEdge, -kSide, -kEdge);
    painter.setPen(roleColor(Role::Text, palette()));
    for (const Part& part : parts()) {
        painter.setFont(part.font);
        painter.drawText(room, part.breaks, part.text);
        room.setTop(room.top() + heightOf(part, room.width()));
        painter.setPen(roleColor(Role::TextMuted, palette())); // of all but the first
    }
}

void EvidenceButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void EvidenceButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void EvidenceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void EvidenceButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

EvidenceList::EvidenceList(const QString& name, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_more(new QPushButton(this))
{
    setObjectName(name);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_more->setObjectName(name + QStringLiteral("More"));
    m_more->setProperty("quiet", true);
    m_more->setAutoDefault(false);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &EvidenceList::showAll);
    hide();
}

void EvidenceList::setEvidence(const std::vector<Evidence>& places, const std::string& by)
{
    setVisible(!places.empty());
    if (places == m_shown && by == m_by)
        return;
    m_shown = places;
    m_by = by;
    for (EvidenceButton* button : m_buttons) {
        m_column->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be its own press that leads here
    }
    m_buttons.clear();
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto* button = new EvidenceButton(places[i], by, this);
        button->setObjectName(objectName() + QString::number(i + 1));
        connect(button, &QAbstractButton::clicked, this, [this, button] { Q_EMIT opened(button->evidence()); });
        m_column->insertWidget(static_cast<int>(i), button);
        button->setVisible(i < kFew);
        m_buttons.push_back(button);
    }
    m_more->setVisible(places.size() > kFew);
    m_more->setText(tr("Show %1 more").arg(places.size() - std::min(kFew, places.size())));
}

EvidenceButton* EvidenceList::first() const
{
    return m_buttons.empty() ? nullptr : m_buttons.front();
}

void EvidenceList::showAll()
{
    for (EvidenceButton* button : m_buttons)
        button->show();
    m_more->hide();
    m_buttons[kFew]->setFocus(Qt::OtherFocusReason);
}

} // namespace trestle
