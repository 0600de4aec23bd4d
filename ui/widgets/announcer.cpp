#include "ui/widgets/announcer.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QPointer>
#include <QVariant>
#include <QWidget>

namespace trestle {

namespace {

class Notification : public QAccessibleInterface {
public:
    explicit Notification(QWidget& place) : m_place(&place) {}

    [[nodiscard]] bool isValid() const override { return !m_place.isNull(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_place ? QAccessible::queryAccessibleInterface(m_place) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_words : QString();
    }
    void setText(QAccessible::Text /*kind*/, const QString& words) override { m_words = words; }
    [[nodiscard]] QRect rect() const override
    {
        return m_place ? QRect(m_place->mapToGlobal(QPoint(0, 0)), m_place->size()) : QRect();
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = m_place.isNull();
        state.readOnly = true;
        return state;
    }

private:
    QPointer<QWidget> m_place;
    QString m_words;
};

constexpr auto kRole = "accessibleRole";

QAccessibleInterface* makeWithRole(const QString& /*className*/, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget ? widget->property(kRole) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget& place) : m_id(QAccessible::registerAccessibleInterface(new Notification(place))) {}

Announcer::~Announcer()
{
    QAccessible::deleteAccessibleInterface(m_id);
}

void Announcer::say(const QString& words)
{
    QAccessibleInterface* notification = QAccessible::accessibleInterface(m_id);
    if (!notification)
        return;
    notification->setText(QAccessible::Name, words);
    for (const QAccessible::Event kind : {QAccessible::NameChanged, QAccessible::ObjectShow}) {
        QAccessibleEvent event(notification, kind);
        QAccessible::updateAccessibility(&event);
    }
}

QString Announcer::said() const
{
    const QAccessibleInterface* notification = QAccessible::accessibleInterface(m_id);
    return notification ? notification->text(QAccessible::Name) : QString();
}

void setAccessibleRole(QWidget& widget, QAccessible::Role role)
{
    QAccessible::installFactory(makeWithRole);
    widget.setProperty(kRole, static_cast<int>(role));
}

} // namespace trestle
