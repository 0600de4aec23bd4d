#pragma once

#include "models/decisions/estimate.h"
#include "models/decisions/move.h"

#include <QObject>
#include <QString>

#include <optional>

namespace trestle {

class PlanDocument;
class QuestionRunner;

/// A move made to see what it would save. It is an ordinary edit, on disk and undone like any other; the trial only
/// remembers it, so that it can be taken back whatever was done since. It ends when it is kept, taken back, or when
/// what it did is changed otherwise (by undo, too); it rests while another scenario is open.
class Trial : public QObject {
    Q_OBJECT
public:
    explicit Trial(PlanDocument& document, QObject* parent = nullptr);
    ~Trial() override;

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] bool isEditing() const { return m_editing; } ///< the plan, to start
    [[nodiscard]] const Move& move() const { return *m_move; } ///< of the trial that is on
    /// What the move saves now, with all else as it is; nothing while that is worked out.
    [[nodiscard]] const std::optional<Delta>& saving() const { return m_saving; }

    /// Makes the move; a trial that is on is taken back first.
    void start(const Move& move);
    void keep();
    /// Undoes the move where it was the last edit, else takes it back by an edit of its own.
    void takeBack();

Q_SIGNALS:
    void changed();

private:
    void followPlan();
    void end();
    void askSaving();

    PlanDocument& m_document;
    QuestionRunner* m_runner;
    std::optional<Move> m_move; ///< absent: no trial
    QString m_scenario;
    Inputs m_before;       ///< those that it was made in
    bool m_isLast = false; ///< nothing was done since
    bool m_editing = false;
    std::optional<Delta> m_saving;
};

} // namespace trestle
