#include "ui/progress/progress_field.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace trestle {

ProgressField::ProgressField(QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_sign(new QLabel(this)), m_words(new QLabel(this)),
      m_keys(new QLabel(tr("Enter saves, Esc leaves"), this))
{
    setObjectName(QStringLiteral("progressField"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kRhythm);
    m_line->setObjectName(QStringLiteral("progressLine"));
    m_line->setMaxLength(60);
    m_sign->setObjectName(QStringLiteral("progressSign"));
    m_words->setObjectName(QStringLiteral("progressMeaning"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_keys->setObjectName(QStringLiteral("progressKeys"));
    row->addWidget(m_line);
    row->addWidget(m_sign);
    row->addWidget(m_words, 1);
    row->addWidget(m_keys);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &ProgressField::refresh);
    applyColours();
    hide();
}

void ProgressField::open(const QString& title, const QString& text, Reader read)
{
    m_read = std::move(read);
    m_line->setAccessibleName(tr("What happened on %1").arg(title));
    m_line->setText(text);
    refresh();
    show();
    m_line->setFocus();
    m_line->deselect();
    m_line->end(false);
}

void ProgressField::fitTo(int width)
{
    constexpr double kLine = 0.36; // of it
    constexpr int kDigits = 60;    // with room for the keys
    const int digit = fontMetrics().horizontalAdvance(u'0');
    m_line->setFixedWidth(std::max(static_cast<int>(kLine * width), std::min(width / 2, 16 * digit)));
    m_keys->setVisible(width >= kDigits * digit);
}

int ProgressField::heightFor(int width) const
{
    return std::max(layout()->sizeHint().height(), layout()->totalHeightForWidth(width));
}

QString ProgressField::text() const
{
    return m_line->text();
}

QString ProgressField::words() const
{
    return m_words->text();
}

void ProgressField::refresh()
{
    if (!m_read)
        return;
    m_reading = m_read(m_line->text());
    const bool understood = m_reading.said.has_value();
    m_sign->setText(understood ? QStringLiteral("✓") : QString());
    m_sign->setVisible(understood);
    m_words->setText(m_reading.words);
    m_line->setAccessibleDescription(m_reading.words);
    applyColours();
    Q_EMIT wordsChanged();
}

void ProgressField::save()
{
    if (const std::optional<TypedProgress> said = m_reading.said)
        Q_EMIT saved(*said);
}

bool ProgressField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isOurs = key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isOurs)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (key == Qt::Key_Escape)
            Q_EMIT left();
        else
            save();
    }
    return true;
}

void ProgressField::applyColours()
{
    const bool isWrong = !m_reading.said && !m_line->text().trimmed().isEmpty();
    const auto colour = [this](QLabel& label, Role role) {
        QPalette palette = label.palette();
        palette.setColor(QPalette::WindowText, roleColor(role, this->palette()));
        label.setPalette(palette);
    };
    m_words->setFont(scaledFont(font(), TextSize::Small));
    m_keys->setFont(scaledFont(font(), TextSize::Fine));
    colour(*m_sign, Role::InPlace);
    colour(*m_words, isWrong ? Role::Error : m_reading.said ? Role::Text : Role::TextMuted);
    colour(*m_keys, Role::TextMuted);
}

void ProgressField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle
