#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <array>

#include "models/team.h"
// clang-format on

#include <QLineEdit>
#include <QWidget>

class QCheckBox;

namespace trestle {

class AmountField;
class CrossButton;
class TimeField;

/// A line for a name with a word on its right: "you", "no name yet".
class NameLine : public QLineEdit {
    Q_OBJECT
public:
    NameLine(const QString& name, const QString& tail, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeRoom();

    QString m_tail;
};

/// The columns of the table of people, as wide as the font asks for.
struct BuilderColumns {
    int time = 0;
    int rate = 0;
    int paid = 0;
    int remove = 0;
    static BuilderColumns of(const QWidget& widget);
};
inline constexpr int kBuilderGap = 8;

/// A person or a role: name, time, rate, whether paid out, and a cross that removes the row.
class BuilderRow : public QWidget {
    Q_OBJECT
public:
    /// `number` counts from 1. `fallback`: what someone without a name is called.
    BuilderRow(int number, const Person& person, bool isMe, const QString& fallback, bool removable, QWidget* parent);

    [[nodiscard]] const Person& person() const { return m_person; }
    void setRate(Money rate, const std::optional<RateBasis>& basis);
    void focusName();
    void focusRate();

Q_SIGNALS:
    void changed();
    void rateFocused();
    void removeWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void describe();

    Person m_person;
    QString m_fallback;
    NameLine* m_name;
    TimeField* m_time;
    AmountField* m_rate;
    QCheckBox* m_paid;
    CrossButton* m_remove;
};

} // namespace trestle
