#include "ui/widgets/segments.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr int kSegmentHeight = 26;
constexpr double kSegmentRadius = 5;

/// One choice: the frame of the whole row is drawn by its parts, each its own stretch of it.
class Segment : public QAbstractButton {
public:
    Segment(const QString& text, QWidget* parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        constexpr int kRoom = 24;
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        return {QFontMetrics(bold).horizontalAdvance(text()) + kRoom,
                std::max(kSegmentHeight, fontMetrics().height() + 8)};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const auto color = [this](Role role) { return roleColor(role, palette()); };
        // Neighbours share a line: each is drawn beyond its inner ends, where it is cut off.
        const QWidget* row = parentWidget();
        const bool first = geometry().left() == 0;
        const bool last = geometry().right() == row->rect().right();
        const QRect shape = rect().adjusted(first ? 0 : -kBeyond, 0, last ? 0 : kBeyond, 0);
        const QColor edge = isEnabled() ? color(Role::ControlBorder) : color(Role::Border);
        const QColor fill = isChecked()    ? color(Role::Selection)
                            : underMouse() ? color(Role::SurfaceMuted)
                                           : color(Role::Surface);
        shapes::panel(painter, shape, kSegmentRadius, fill, edge);
        if (!first)
            painter.fillRect(QRect(0, 0, 1, height()), edge);
        if (hasFocus())
            shapes::panel(painter, rect(), kSegmentRadius, {}, color(Role::Accent), 2);
        QFont face = font();
        face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(face);
        painter.setPen(color(isChecked() ? Role::Text : Role::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    static constexpr int kBeyond = 8; // more than the radius
};

} // namespace

Segments::Segments(const QString& name, const QString& purpose, const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(name);
    setAccessibleName(purpose);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& choice : choices) {
        auto* segment = new Segment(choice, this);
        const int at = static_cast<int>(m_group->buttons().size());
        segment->setObjectName(name + QString::number(at));
        segment->setAccessibleName(tr("%1: %2").arg(purpose, choice));
        m_group->addButton(segment, at);
        row->addWidget(segment);
    }
    choose(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int choice, bool on) {
        if (on)
            Q_EMIT chose(choice);
    });
}

int Segments::chosen() const
{
    return m_group->checkedId();
}

void Segments::choose(int choice)
{
    const QSignalBlocker quiet(m_group);
    if (QAbstractButton* segment = m_group->button(choice))
        segment->setChecked(true);
}

} // namespace trestle
