#pragma once

#include "models/typed/typed_date.h"
#include "ui/widgets/typed_field.h"

#include <functional>
#include <optional>

class QToolButton;

namespace trestle {

/// A date, typed or pasted as people write it ("15 Apr", "15/4/27", "in 3 weeks"). Arrows step by days, page keys by
/// months, Alt+Down or the button opens a calendar.
class DateField : public TypedField {
    Q_OBJECT
public:
    /// `today` is what typed text counts from.
    DateField(const QString& name, Date today, QWidget* parent);

    /// The date that the text says; the last sound one where it is not understood. Nothing where no text is an answer.
    [[nodiscard]] std::optional<Date> date() const;
    /// Leaves what is being typed alone.
    void setDate(std::optional<Date> date);
    /// A day that is typed without its year is the first such day from here on.
    void setNotBefore(Date day);
    /// No text is an answer as well, and `placeholder` says which.
    void setOptional(const QString& placeholder);

protected:
    [[nodiscard]] Reading read() const override;
    [[nodiscard]] QString written() const override;
    bool store() override;
    void step(int steps, bool larger) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] std::expected<Date, DateProblem> typed() const;
    void pick(Date date);
    void openCalendar();
    void drawButton();

    DateContext m_context;
    std::optional<Date> m_date;
    bool m_optional = false;
    QToolButton* m_button;
};

} // namespace trestle
