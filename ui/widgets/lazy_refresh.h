#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace trestle {

/// Brings a part of the window up to date when it is next looked at, instead of with each change: a hidden part waits
/// until it is shown, however much changes meanwhile; one in sight is told with the change, or once before the next
/// frame, so that an edit returns sooner. It is never painted out of date.
class LazyRefresh : public QObject {
public:
    enum class Visible { AtOnce, BeforePainting };

    /// `refresh` must not be needed for anything but what the owner shows. Owned by `owner`.
    LazyRefresh(QWidget& owner, Visible visible, std::function<void()> refresh);

    /// Painting this widget, a child of the owner's, shows what is refreshed as well.
    void watch(QWidget& child);
    /// Something that is shown has changed.
    void mark();
    /// Whoever reads what is shown asks for it up to date.
    void now();
    [[nodiscard]] bool isDue() const { return m_due; }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_owner;
    Visible m_visible;
    std::function<void()> m_refresh;
    bool m_due = false;
    bool m_asked = false; ///< an event that refreshes is on its way
};

} // namespace trestle
