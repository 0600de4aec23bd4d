#pragma once

#include "models/decisions/estimate.h"

#include <QObject>
#include <QString>

#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// An item ticked to see what it would save. The tick is an ordinary edit, on disk and undone like any other; the trial
/// only remembers it, so that it can be taken back whatever was done since. It ends when it is kept, taken back, or
/// when the item's state is changed otherwise (by undo, too); it rests while another scenario is open.
class Trial : public QObject {
    Q_OBJECT
public:
    explicit Trial(PlanDocument& document, QObject* parent = nullptr);
    ~Trial() override;

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] bool isEditing() const { return m_editing; } ///< the plan, to start
    [[nodiscard]] const QString& item() const { return m_item; }
    /// What having it in place saves now, with all else as it is; nothing while that is worked out.
    [[nodiscard]] const std::optional<Delta>& saving() const { return m_saving; }

    /// Ticks the item; a trial that is on is taken back first.
    void start(const QString& item);
    void keep();
    /// Undoes the tick where it was the last edit, else sets the item back by an edit of its own.
    void takeBack();

Q_SIGNALS:
    void changed();

private:
    void followPlan();
    void end();
    void askSaving();

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    QString m_item; ///< empty: no trial
    QString m_scenario;
    std::optional<ItemInput> m_before; ///< what was said of it; absent: nothing
    bool m_isLast = false;             ///< nothing was done since
    bool m_editing = false;
    std::optional<Delta> m_saving;
};

} // namespace trestle
