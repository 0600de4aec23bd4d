#include "ui/widgets/toast.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cross_button.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

namespace trestle {

namespace {

constexpr int kGap = 16; // to the edges of the host
constexpr int kWidest = 640;

/// What is being edited, in the coordinates of `host`: of a list, its current row alone.
QRect editedArea(const QWidget& host)
{
    const QWidget* focus = QApplication::focusWidget();
    if (!focus || !host.isAncestorOf(focus))
        return {};
    QRect area = focus->rect();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(focus)) {
        area = view->visualRect(view->currentIndex());
        focus = view->viewport();
    }
    return {focus->mapTo(&host, area.topLeft()), area.size()};
}

} // namespace

Toast::Toast(QWidget* host)
    : QFrame(host), m_host(host), m_label(new QLabel(this)), m_row(new QHBoxLayout(this)), m_announcer(*host)
{
    setObjectName(QStringLiteral("toast"));
    m_label->setObjectName(QStringLiteral("toastText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    auto* close = new CrossButton(QStringLiteral("toastClose"), tr("Close this message"), this);
    connect(close, &CrossButton::clicked, this, &Toast::dismiss);
    m_row->setContentsMargins(16, 8, 8, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_label, 1);
    m_row->addWidget(close);
    m_label->show(); // the message is measured before it is shown, with what is in it
    close->show();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(qApp, &QApplication::focusChanged, this, &Toast::followFocus);
    host->installEventFilter(this);
    hide();
}

void Toast::tell(const QString& text, std::vector<Action> actions)
{
    const bool focused = isAncestorOf(QApplication::focusWidget());
    for (QPushButton* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    m_label->setText(text);
    for (Action& action : actions) {
        auto* button = new QPushButton(action.text, this);
        button->setObjectName(action.name);
        // A click leaves the focus where the work is.
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, run = std::move(action.run)] {
            dismiss();
            run();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        button->show();
        m_buttons.push_back(button);
    }
    if (focused && !m_buttons.empty())
        m_buttons.front()->setFocus();
    place(); // before it is shown: where it stood before, the mouse may be
    show();
    raise();
    wait();
    m_announcer.say(text);
}

void Toast::dismiss()
{
    m_timer.stop();
    if (isAncestorOf(QApplication::focusWidget()) && m_before)
        m_before->setFocus();
    m_label->clear();
    hide();
}

QString Toast::text() const
{
    return m_label->text();
}

void Toast::setShownFor(int milliseconds)
{
    m_timer.setInterval(milliseconds);
}

/// The time runs while neither mouse nor keyboard focus is on it.
void Toast::wait()
{
    if (isHidden())
        return;
    if (underMouse() || isAncestorOf(QApplication::focusWidget()))
        m_timer.stop();
    else
        m_timer.start();
}

void Toast::followFocus(QWidget* before, QWidget* now)
{
    if (isHidden())
        return;
    if (isAncestorOf(now) && before && !isAncestorOf(before))
        m_before = before;
    wait();
    place();
}

void Toast::place()
{
    // On one line where that has room; a label that wraps would rather be square.
    const int room = std::min(m_host->width() - 2 * kGap, kWidest);
    m_label->setMinimumWidth(0);
    const int beside = minimumSizeHint().width() - m_label->minimumSizeHint().width();
    m_label->setMinimumWidth(std::min(m_label->fontMetrics().horizontalAdvance(m_label->text()) + 2, room - beside));
    const int width = minimumSizeHint().width();
    const int height = std::max(heightForWidth(width), minimumSizeHint().height());
    const int right = m_host->width() - kGap - width;
    const int bottom = m_host->height() - kGap - height;
    const std::array places{QPoint((m_host->width() - width) / 2, bottom), QPoint(right, bottom), QPoint(kGap, bottom),
                            QPoint((m_host->width() - width) / 2, kGap)};
    const QRect edited = editedArea(*m_host);
    const auto* free = std::ranges::find_if(
        places, [&](const QPoint& at) { return !QRect(at, QSize(width, height)).intersects(edited); });
    const QSize size(width, height);
    if (isAncestorOf(QApplication::focusWidget()) && size == this->size())
        return; // it does not run away from the keyboard
    setGeometry(QRect(free == places.end() ? places.front() : *free, size));
}

void Toast::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    wait();
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_host && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Surface, palette()));
    shapes::panel(painter, rect(), 8, roleColor(Role::Surface, palette()), roleColor(Role::ControlBorder, palette()));
}

} // namespace trestle
