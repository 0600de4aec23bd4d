#include "ui/widgets/banner.h"

#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cross_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace trestle {

Banner::Banner(const QString& name, QWidget* parent)
    : QFrame(parent), m_label(new QLabel(this)), m_row(new QHBoxLayout(this)), m_announcer(*this)
{
    setObjectName(name);
    m_label->setObjectName(name + QStringLiteral("Text"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(16, 8, 8, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_label, 1);
    hide();
}

void Banner::tell(const QString& text)
{
    if (isVisible() && text == m_label->text())
        return;
    m_label->setText(text);
    show();
    m_announcer.say(text);
}

void Banner::clear()
{
    m_label->clear();
    hide();
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::addAction(const QString& name, const QString& text, const std::function<void()>& action)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, action);
    m_row->addWidget(button);
}

void Banner::setDismissable()
{
    addAction(objectName() + QStringLiteral("Dismiss"), tr("Dismiss"), [this] { clear(); });
}

void Banner::addCross(const QString& name, const QString& purpose, const std::function<void()>& close)
{
    auto* cross = new CrossButton(name, purpose, this);
    connect(cross, &CrossButton::clicked, this, close);
    m_row->addWidget(cross, 0, Qt::AlignTop);
}

void Banner::setCalm()
{
    m_calm = true;
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    shapes::panel(painter, rect(), 8, roleColor(m_calm ? Role::Selection : Role::WarningSurface, palette()),
                  roleColor(m_calm ? Role::Accent : Role::Warning, palette()));
}

} // namespace trestle
